import type { Instrument, Statement } from './instrument.ts'
import type { Answers } from './scan.ts'

/** A small instrument for tests: two clusters of four and three statements, five levels and unknown. */
export function exampleInstrument(): Instrument {
  let number = 0
  const statement = (id: string): Statement => {
    number += 1
    return {
      id,
      number,
      topic: `Onderwerp ${id}`,
      statement: `Stelling ${id}.`,
      explanation: 'Waar het over gaat.',
      answers: Object.fromEntries(
        ['1', '2', '3', '4', '5', 'onbekend'].map((answer) => [answer, `${id} bij ${answer}`]),
      ),
      tips: [
        { id: `${id}-t01`, fits: ['onbekend', '1'], text: 'Vraag het na.', sources: [] },
        { id: `${id}-t02`, fits: ['2', '3', '4'], text: 'Doe het vaker.', sources: [] },
        { id: `${id}-t03`, fits: ['4', '5'], text: 'Houd het vast.', sources: [] },
      ],
    }
  }
  const cluster = (id: string, statements: string[]) => ({
    id,
    title: `Onderdeel ${id}`,
    about: '',
    introduction: '',
    strength: '',
    growth: '',
    unknown: 'Vraag het na.',
    feedback: { laag: 'Begin klein.', midden: 'Ga door.', hoog: 'Houd vast.' },
    statements: statements.map(statement),
    groups: [],
    isPhased: false,
  })
  return {
    id: 'voorbeeld',
    version: '1.0.0',
    kind: 'levels',
    language: 'nl',
    minutes: 5,
    texts: {
      title: 'Voorbeeld',
      shortTitle: 'Voorbeeld',
      question: '',
      summary: '',
      audience: '',
      purpose: '',
      roleReason: '',
      origin: '',
      interpretation: [],
      conversation: [],
    },
    answers: [
      ...[1, 2, 3, 4, 5].map((level) => ({
        id: String(level),
        level,
        label: `Niveau ${level}`,
        meaning: '',
      })),
      { id: 'onbekend', level: null, label: 'Onbekend', meaning: '' },
    ],
    bands: [
      { id: 'laag', from: 1, label: 'laag', text: '' },
      { id: 'midden', from: 2.5, label: 'midden', text: '' },
      { id: 'hoog', from: 3.5, label: 'hoog', text: '' },
    ],
    roles: [],
    organisationKinds: [],
    clusters: [cluster('eerste', ['a1', 'a2', 'a3', 'a4']), cluster('tweede', ['b1', 'b2', 'b3'])],
    sources: [],
    basedOn: [],
    history: [],
  }
}

/** Answers as a row of ids in the instrument's order; a dot is a statement without an answer. */
export function exampleAnswers(instrument: Instrument, row: string): Answers {
  const given = row.trim().split(/\s+/)
  const statements = instrument.clusters.flatMap((cluster) => cluster.statements)
  return Object.fromEntries(
    statements.flatMap(({ id }, index) => {
      const answer = given[index]
      return answer === undefined || answer === '.'
        ? []
        : [[id, { answer: answer === '?' ? 'onbekend' : answer, note: '' }]]
    }),
  )
}
