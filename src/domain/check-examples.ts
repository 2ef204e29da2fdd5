import { checkInstrument } from './check-instrument.ts'
import type { CheckedFile } from './finding.ts'

const EXPLANATION = Array.from({ length: 12 }, () => 'Dit is een korte zin over werk.').join(' ')

/** A small instrument without a fault, to put one in. */
export function structure() {
  return {
    id: 'proef',
    version: '1.0.0',
    kind: 'levels',
    minutes: 5,
    answers: [
      { id: '1', kind: 'level', level: 1 },
      { id: '2', kind: 'level', level: 2 },
      { id: 'onbekend', kind: 'unknown' },
    ],
    bands: [
      { id: 'laag', from: 1 },
      { id: 'hoog', from: 1.5 },
    ],
    roles: ['uitvoering'],
    organisationKinds: [] as string[],
    clusters: [
      {
        id: 'werk',
        statements: [
          {
            id: 'p01',
            tips: [
              { id: 'p01-t01', fits: ['onbekend', '1'], sources: ['boek'] },
              { id: 'p01-t02', fits: ['2'], sources: [] as string[] },
            ],
          },
        ],
      },
    ],
    basedOn: [] as string[],
    sources: [{ id: 'boek', title: 'Het boek', publisher: 'De uitgever', kind: 'publicatie' }],
    history: [
      {
        version: '1.0.0',
        date: '2026-11-23',
        summary: 'Eerste versie.',
        statements: [] as { id: string; change: string }[],
      },
    ],
  }
}

export function texts() {
  const some = 'Een zin.'
  return {
    language: 'nl',
    title: some,
    shortTitle: some,
    question: some,
    summary: some,
    audience: some,
    purpose: some,
    roleReason: some,
    origin: some,
    roles: { uitvoering: { label: 'Uitvoering' } } as Record<string, { label: string }>,
    organisationKinds: {},
    answers: {
      '1': { label: 'Laag', meaning: some },
      '2': { label: 'Hoog', meaning: some },
      onbekend: { label: 'Onbekend', meaning: some },
    } as Record<string, { label: string; meaning: string }>,
    bands: { laag: { label: 'laag', text: some }, hoog: { label: 'hoog', text: some } },
    clusters: {
      werk: {
        title: 'Werk',
        about: some,
        introduction: some,
        strength: some,
        growth: some,
        unknown: some,
        feedback: { laag: some, hoog: some },
      },
    },
    statements: {
      p01: {
        topic: 'Werk',
        statement: 'Wij werken samen.',
        explanation: EXPLANATION,
        answers: {
          '1': 'Niemand doet iets.',
          '2': 'Iedereen helpt mee.',
          onbekend: 'Dat weet ik niet.',
        } as Record<string, string>,
        tips: { 'p01-t01': 'Vraag het na.', 'p01-t02': 'Houd het vast met elkaar.' } as Record<
          string,
          string
        >,
      },
    },
    interpretation: [some],
    conversation: [some],
  }
}

export function file(path: string, data: unknown): CheckedFile {
  return { path, data, errors: [], lineOf: (place) => place.length + 1 }
}

/** What the checker finds after a change. */
export function problemsIn(
  change: (structureData: ReturnType<typeof structure>, textData: ReturnType<typeof texts>) => void,
) {
  const structureData = structure()
  const textData = texts()
  change(structureData, textData)
  return checkInstrument(file('structure.yaml', structureData), [file('nl.yaml', textData)])
}
