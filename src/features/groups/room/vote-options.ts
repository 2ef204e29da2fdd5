import { WEIGHTS } from '#domain/meeting.ts'
import { statusInWords } from '#words/plan-words.ts'
import { weightInWords } from '#words/vote-words.ts'
import type { RoomView } from './room-view.ts'

export type VoteOption = { id: string; label: string; detail?: string }

/** What can be voted on at this screen, in words; empty where there is nothing to vote on. */
export function voteOptions({
  step,
  ballot,
  instrument,
  topic,
  dilemma,
  tips,
  actions,
}: RoomView): VoteOption[] {
  const all = (): VoteOption[] => {
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
        return (dilemma?.choices ?? []).map(({ id, label }) => ({ id, label }))
      case 'back':
        return actions.map(({ id, what, status }) => ({ id, label: what, detail: statusInWords(status) }))
      default:
        return []
    }
  }
  return all().filter(({ id }) => ballot?.options.includes(id))
}

/** The first sentence is what it comes down to; the rest can be read by who wants to know more. */
function inTwo(text: string): { label: string; detail?: string } {
  const [, first, rest] = /^(.+?[.!?])\s+(.+)$/s.exec(text) ?? []
  return first && rest ? { label: first, detail: rest } : { label: text }
}
