import type { JSX } from 'preact'
import { Runs } from './runs.tsx'
import { type TipExample, type TipSource, tipLines } from './tip-lines.ts'

export type Tip = { text: string; label?: string; sources: TipSource[]; examples?: TipExample[] }

/** Tips with, under each, where it comes from and who did it before. */
export function TipList({ tips }: { tips: Tip[] }): JSX.Element {
  return (
    <ul class="tips">
      {tips.map((tip) => (
        <li key={tip.text}>
          {tip.label && <span class="tip-label">{tip.label}</span>} {tip.text}
          {tipLines(tip).map((line) => (
            <span class="source" key={line[1]?.text}>
              {' '}
              <Runs runs={line} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
