import { z } from 'zod'

/** How tests went. Failed and skipped ones have names, because somebody has to look at them. */
export type Tally = { passed: number; failed: string[]; skipped: string[] }

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

/**
 * Counts the report of vitest. A file that failed without a failing test (it could not be read, or a hook
 * threw) counts as one failure, and so does a run that failed for a reason which no test tells.
 * @param content the JSON report, or undefined when there is none
 * @param errors what went wrong outside every test, or undefined when nobody wrote that down
 * @param hasSucceeded what the exit status said
 */
export function tallyReport(content: unknown, errors: unknown, hasSucceeded: boolean): Tally {
  const reading = report.safeParse(content)
  const outside = z.array(z.string()).safeParse(errors)
  if (!reading.success || !outside.success) return tallyOf('the tests did not finish: no report', false)
  const tally = total([
    ...reading.data.testResults.map(tallyFile),
    ...outside.data.map((name) => tallyOf(name, false)),
  ])
  const isUnexplained = !hasSucceeded && tally.failed.length === 0
  return isUnexplained ? total([tally, tallyOf('the run as a whole', false)]) : tally
}

type FileReport = z.infer<typeof report>['testResults'][number]

function tallyFile({ name, status, assertionResults }: FileReport): Tally {
  const withStatus = (wanted: (status: string) => boolean) =>
    assertionResults.filter((result) => wanted(result.status)).map((result) => result.fullName)
  const failed = withStatus((each) => each === 'failed')
  return {
    passed: withStatus((each) => each === 'passed').length,
    failed: status === 'failed' && failed.length === 0 ? [`the file ${name}`] : failed,
    skipped: withStatus((each) => each !== 'passed' && each !== 'failed'),
  }
}

export function tallyOf(name: string, hasPassed: boolean): Tally {
  return { passed: hasPassed ? 1 : 0, failed: hasPassed ? [] : [name], skipped: [] }
}

export function total(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

/** Names first; the last line is the sum, in the form that other programs read. */
export function describeTally({ passed, failed, skipped }: Tally): string {
  return [
    ...skipped.map((name) => `skipped: ${name}`),
    ...failed.map((name) => `failed: ${name}`),
    `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`,
  ].join('\n')
}
