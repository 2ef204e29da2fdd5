import type { StoredAction } from '#database/plans.ts'
import type { Instrument } from '#domain/instrument.ts'
import type { Block, Document, Sheet } from '#ui/documents/document.ts'
import { calendarDay, counted, dutchDate } from '#words/dutch.ts'
import { firstStepLabel, PLAN_WORDS, type PlanOf, statusInWords, whoAndWhen } from '#words/plan-words.ts'
import { wordsFor } from '#words/statement-words.ts'
import { findStatement } from './new-action.tsx'
import type { PlanPlace } from './plan-place.ts'

/** A plan with what is in it. */
export type Planned = PlanPlace & { actions: StoredAction[] }

/** The plan to hand round: each action with who, when and the first step, and room to write. */
export function planDocument({ of, name, instrument, actions }: Planned, now: Date): Document {
  return {
    title: PLAN_WORDS[of].title,
    kicker: name,
    lead: [{ text: `${PLAN_WORDS[of].documentLead}: ${counted(actions.length, 'afspraak', 'afspraken')}.` }],
    colophon: [instrument.texts.title, `Gemaakt op ${dutchDate(now)} met QuickScan.`],
    author: 'QuickScan',
    language: instrument.language,
    day: calendarDay(now),
    isLeaflet: true,
    parts: [
      {
        title: 'De afspraken',
        blocks: actions.flatMap((action, index) => actionBlocks({ of, instrument }, action, index + 1)),
      },
      { title: 'Notities', blocks: [{ kind: 'lines', count: 12 }] },
    ],
  }
}

function actionBlocks(
  { of, instrument }: { of: PlanOf; instrument: Instrument },
  action: StoredAction,
  number: number,
): Block[] {
  const statement = findStatement(instrument, action.statement)
  return [
    {
      kind: 'heading',
      level: 2,
      text: `Afspraak ${number}`,
      ...(statement && { kicker: `Bij ${wordsFor(instrument).one} ${statement.number}: ${statement.topic}` }),
    },
    { kind: 'typed', label: 'Wat', text: action.what },
    {
      kind: 'paragraph',
      text: [{ text: `${whoAndWhen(action, of)} · ` }, { text: statusInWords(action.status), isBold: true }],
    },
    ...(action.firstStep
      ? [{ kind: 'typed' as const, label: firstStepLabel(action), text: action.firstStep }]
      : []),
    ...(action.remark ? [{ kind: 'typed' as const, label: 'Opmerking', text: action.remark }] : []),
  ]
}

/** The actions as a list, one row each. */
export function planSheet({ instrument, actions }: Planned): Sheet {
  return {
    name: 'Plan',
    columns: [
      'stelling',
      'wat',
      'wie',
      'eerste stap',
      'eerste stap voor',
      'klaar op',
      'status',
      'opmerking',
    ].map((label) => ({ label })),
    rows: actions.map((action) => [
      findStatement(instrument, action.statement)?.topic ?? '',
      action.what,
      action.who,
      action.firstStep,
      action.firstStepOn ?? '',
      action.dueOn ?? '',
      statusInWords(action.status),
      action.remark,
    ]),
  }
}
