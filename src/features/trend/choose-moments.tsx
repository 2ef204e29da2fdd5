import type { JSX } from 'preact'
import type { TrendMoment } from '#domain/trend.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { momentWords } from '#words/moment-words.ts'

export type Choice = { from: TrendMoment; to: TrendMoment; isRefused: boolean }

/**
 * The two moments to compare, oldest first: those asked for, by the ids of their scans, else the last two.
 * `isRefused` when what was asked for is no two different scans. Null when there are no two.
 */
export function chooseMoments(
  moments: TrendMoment[],
  asked: { from: string | undefined; to: string | undefined },
): Choice | null {
  const [previous, last] = moments.slice(-2)
  if (!previous || !last) return null
  const isAsked = Boolean(asked.from || asked.to)
  const from = asked.from ? moments.findIndex(({ scan }) => scan === asked.from) : moments.indexOf(previous)
  const to = asked.to ? moments.findIndex(({ scan }) => scan === asked.to) : moments.indexOf(last)
  const [one, other] = [moments[Math.min(from, to)], moments[Math.max(from, to)]]
  if (!one || !other || one === other) return { from: previous, to: last, isRefused: isAsked }
  return { from: one, to: other, isRefused: false }
}

/** From the third scan on there is something to choose. */
export function ChooseMoments({
  moments,
  choice,
  action,
}: {
  moments: TrendMoment[]
  choice: Choice
  action: string
}): JSX.Element | null {
  if (moments.length < 3) return null
  const options = moments.map((moment) => ({
    value: moment.scan,
    label: momentWords(moment, moments).label,
  }))
  return (
    <form method="get" action={action} class="choose-moments print-hidden">
      <SelectField name="van" label="Vergelijk de scan van" options={options} chosen={choice.from.scan} />
      <SelectField name="tot" label="met die van" options={options} chosen={choice.to.scan} />
      <Button quiet>Laat het verschil zien</Button>
    </form>
  )
}
