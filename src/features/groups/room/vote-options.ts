import { type MeetingStep, WEIGHTS } from '#domain/meeting.ts'
import { statusInWords } from '#words/plan-words.ts'
import { weightInWords } from '#words/vote-words.ts'
import type { RoomView } from './room-view.ts'

export type VoteOption = {
  id: string
  label: string
  detail?: string
  /** What speaks for it. It is read with the outcome, so that it steers nobody. */
  reason?: string
}

/** What can be voted on at this screen, in words; empty where there is nothing to vote on. */
export function voteOptions({ ballot, step, ...rest }: RoomView): VoteOption[] {
  return optionsAt(step, rest).filter(({ id }) => ballot?.options.includes(id))
}

/** Everything that could be chosen at a step, also what is not on its screen now. */
export function optionsAt(
  step: MeetingStep,
  {
    instrument,
    topic,
    dilemma,
    tips,
    actions,
  }: Pick<RoomView, 'instrument' | 'topic' | 'dilemma' | 'tips' | 'actions'>,
): VoteOption[] {
  switch (step.kind) {
    case 'stand':
      return instrument.answers.map(({ id, label, meaning }) => ({
        id,
        label,
        detail: topic?.answers[id] ?? meaning,
      }))
    case 'weigh':
      return WEIGHTS.map((weight) => ({ id: weight, label: weightInWords(weight) }))
    case 'tips':
      return tips.map(({ id, text }) => ({ id, ...inTwo(text) }))
    case 'dilemma':
      return (dilemma?.choices ?? []).map(({ id, label, reason }) => ({ id, label, reason }))
    case 'back':
      return actions.map(({ id, what, status }) => ({ id, label: what, detail: statusInWords(status) }))
    default:
      return []
  }
}

/** The first sentence is what it comes down to; the rest can be read by who wants to know more. */
function inTwo(text: string): { label: string; detail?: string } {
  const [, first, rest] = /^(.+?[.!?])\s+(.+)$/s.exec(text) ?? []
  return first && rest ? { label: first, detail: rest } : { label: text }
}
