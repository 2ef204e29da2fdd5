import { agendaOf, TALK_MINUTES } from '#domain/talk.ts'
import type { Block, Document } from '#ui/documents/document.ts'
import { answerDocument } from '#web/document-answer.tsx'
import { fileNameOf } from '#web/file-answer.ts'
import type { RequestContext } from '#web/house.ts'
import { requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { calendarDay, dutchDate, isoDate } from '#words/dutch.ts'
import { PARTS } from '#words/talk-words.ts'
import { findTalk, type Talk } from './find-talk.ts'

/** A paper for everybody at the table: the agenda, the topics with their questions, and room to write. */
export function sendHandOut(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const talk = await findTalk(c.get('house'), visit)
    const back = urls.groupTalk.to({ group: visit.group.id })
    if (!talk) return c.redirect(back, 303)
    const now = c.get('house').clock()
    return answerDocument(c, {
      document: handOut(visit.group.name, talk, now),
      name: fileNameOf([visit.group.name, 'gesprek', isoDate(now)], 'pdf'),
      isPublic: false,
      back: { label: 'Terug naar het gesprek', href: back },
      others: [],
    })
  })
}

function handOut(group: string, talk: Talk, now: Date): Document {
  const { instrument, topics } = talk
  const [minutes] = TALK_MINUTES
  const agenda = agendaOf(
    topics.map(({ statement }) => statement.id),
    minutes,
  )
  return {
    title: 'Het gesprek',
    kicker: group,
    lead: [{ text: `In ${minutes} minuten: wat zien we, wat betekent het, en wat spreken we af?` }],
    colophon: [instrument.texts.title, `Gemaakt op ${dutchDate(now)} met QuickScan.`],
    author: 'QuickScan',
    language: instrument.language,
    day: calendarDay(now),
    isLeaflet: true,
    parts: agenda.map(({ kind, statement, minutes: own }) => {
      const topic = topics.find((one) => one.statement.id === statement)
      if (kind === 'topic' && topic)
        return { title: titled(topic.statement.topic, own), blocks: topicBlocks(topic) }
      const { title, text } = PARTS[kind === 'opening' ? 'opening' : 'plan']
      const lines: Block[] = kind === 'plan' ? [{ kind: 'lines', count: 3 }] : []
      return { title: titled(title, own), blocks: [{ kind: 'paragraph', text: [{ text }] }, ...lines] }
    }),
  }
}

/** "Afspreken, 9 minuten" */
function titled(title: string, minutes: number): string {
  return `${title}, ${minutes} minuten`
}

function topicBlocks({ statement, words }: Talk['topics'][number]): Block[] {
  return [
    { kind: 'paragraph', text: [{ text: statement.statement, isBold: true }] },
    { kind: 'paragraph', text: [{ text: words.why }] },
    { kind: 'list', items: [words.question, ...words.deepen].map((text) => [{ text }]) },
    { kind: 'lines', count: 1 },
  ]
}
