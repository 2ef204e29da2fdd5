import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/**
 * The number of guesses that a good program needs for this password, as the x of 10^x. Common passwords, names,
 * words, keyboard rows, dates and what the person is known by (`about`) count as the few guesses that they are.
 * Nothing leaves the machine. Looks at the first hundred characters.
 */
export async function measurePassword(password: string, about: string[]): Promise<{ guesses: number }> {
  factory ??= loadFactory()
  const { check } = await factory
  return { guesses: check(password.slice(0, 100), about).guessesLog10 }
}

type Checker = Pick<ZxcvbnFactory, 'check'>

/** The lists take some megabytes: they are read when the first password is chosen. */
let factory: Promise<Checker> | undefined

async function loadFactory(): Promise<Checker> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const made = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })
  return { check: (password, about) => made.check(password, about) }
}
