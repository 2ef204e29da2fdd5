import { countActions, helpedByAction } from '#domain/since-last-time.ts'
import { trendBeside } from '#features/groups/result/report/trend-part.ts'
import type { Block, Document, Part, Run } from '#ui/documents/document.ts'
import { answerDocument } from '#web/document-answer.tsx'
import { fileNameOf } from '#web/file-answer.ts'
import type { RequestContext } from '#web/house.ts'
import { requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { asSentence, calendarDay, dutchDate, isoDate } from '#words/dutch.ts'
import { statusInWords } from '#words/plan-words.ts'
import {
  agreedInWords,
  NO_PROOF,
  noTrendInWords,
  remarkInWords,
  SINCE_LAST_TIME,
} from '#words/since-last-time-words.ts'
import {
  type ActionLookedBackOn,
  findSinceLastTime,
  hasSomething,
  type SinceLastTime,
} from './find-since-last-time.ts'
import { HELPED_TITLE } from './helped-part.tsx'

/** One sheet for whoever was not there: what was agreed, how far it is, and what moved. */
export function sendSinceLastTime(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const since = await findSinceLastTime(c.get('house'), visit)
    const back = urls.groupSinceLastTime.to({ group: visit.group.id })
    if (!since || !hasSomething(since)) return c.redirect(back, 303)
    const now = c.get('house').clock()
    return answerDocument(c, {
      document: sinceLastTimeDocument(since, now),
      name: fileNameOf([visit.group.name, 'sinds-vorige-ronde', isoDate(now)], 'pdf'),
      isPublic: false,
      back: { label: 'Terug naar wat er sinds de vorige ronde gebeurde', href: back },
      others: [],
    })
  })
}

function sinceLastTimeDocument(since: SinceLastTime, now: Date): Document {
  const { group, instrument, actions } = since
  return {
    title: SINCE_LAST_TIME,
    // A leaflet has no foot with what it rests on: without the day nobody knows how old it is.
    kicker: `${group.name} · ${dutchDate(now)}`,
    lead: [{ text: agreedInWords(actions.map(({ action }) => action)) }],
    colophon: [instrument.texts.title, `Gemaakt op ${dutchDate(now)} met QuickScan.`],
    author: 'QuickScan',
    language: instrument.language,
    day: calendarDay(now),
    isLeaflet: true,
    parts: [...agreedPart(actions), ...helpedPart(since), movedPart(since)],
  }
}

/** By how far they are, each as one item of a list: so that it stays one sheet. */
function agreedPart(actions: ActionLookedBackOn[]): Part[] {
  if (actions.length === 0) return []
  return [
    {
      title: 'Wat jullie afspraken',
      blocks: countActions(actions.map(({ action }) => action)).flatMap(({ status }): Block[] => [
        { kind: 'heading', level: 2, text: statusInWords(status) },
        {
          kind: 'list',
          items: actions.filter(({ action }) => action.status === status).map(agreedRuns),
        },
      ]),
    },
  ]
}

function agreedRuns({ action, touched, moved }: ActionLookedBackOn): Run[] {
  const { what, who } = action
  const rest = [who, remarkInWords(action), touched, moved].filter((text) => text !== null && text !== '')
  return [
    { text: asSentence(onOneLine(what)), isBold: true },
    ...rest.map((text) => ({ text: ` ${asSentence(onOneLine(text ?? ''))}` })),
  ]
}

function helpedPart({ actions, helped }: SinceLastTime): Part[] {
  const items = helpedByAction(
    actions.map(({ action }) => action),
    helped,
  )
  if (items.length === 0) return []
  return [
    {
      title: HELPED_TITLE,
      blocks: [
        {
          kind: 'list',
          items: items.map(({ action, words }) => [
            { text: `${onOneLine(action.what)}: `, isBold: true },
            { text: words },
          ]),
        },
      ],
    },
  ]
}

/** The whole and the parts; every statement stands in the result, and would not fit on the sheet. */
function movedPart({ group, told }: SinceLastTime): Part {
  const title = 'Wat veranderde er?'
  if (told.kind === 'none')
    return { title, blocks: [{ kind: 'paragraph', text: [{ text: noTrendInWords(told.why) }] }] }
  const { number } = told.trend.round
  return {
    title,
    blocks: [
      ...trendBeside(told.trend),
      {
        kind: 'paragraph',
        look: 'muted',
        text: [
          { text: `${NO_PROOF} ` },
          {
            text: `Meer, en waarom je niet alles ziet, staat in het resultaat van ronde ${number}.`,
            link: urls.groupRound.to({ group: group.id, round: String(number) }),
          },
        ],
      },
    ],
  }
}

/** Line ends of what was typed would take a row each. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
