import type { Benchmark, BenchmarkPart } from '#domain/benchmark.ts'
import { BENCHMARK_ORGANISATIONS, BENCHMARK_PEOPLE } from '#domain/benchmark-rule.ts'
import type { Instrument } from '#domain/instrument.ts'
import type { Agreement, ToldMean } from '#domain/release-figures.ts'
import { type ClusterTold, clustersTold } from '#domain/team-reading.ts'
import type { DocumentColumn } from '#ui/documents/document.ts'
import { capitalised, dutchCount } from './dutch.ts'
import { WHOLE } from './standing-words.ts'
import { wordsFor } from './statement-words.ts'
import {
  bandInWords,
  figureInWords,
  levelInWords,
  peopleInWords,
  phraseOf,
  shareInWords,
} from './team-words.ts'

/** How people are divided. */
export type BenchmarkSplit = 'role' | 'organisationKind'

type Table = { caption: string; columns: DocumentColumn[]; rows: string[][] }

/** "20 mensen of meer, uit ten minste drie organisaties" */
export function benchmarkPeople({ everybody }: Benchmark): string {
  return `${peopleInWords(everybody.people)}, uit ten minste ${dutchCount(BENCHMARK_ORGANISATIONS)} organisaties`
}

/** What there has to be before anything is told, as a list. */
export const BENCHMARK_NEEDS = [
  `Ten minste ${dutchCount(BENCHMARK_PEOPLE)} mensen met een account rondden de scan af, langer dan een maand geleden.`,
  `Zij werken bij ten minste ${dutchCount(BENCHMARK_ORGANISATIONS)} organisaties.`,
  'Niet meer dan de helft van hen werkt bij dezelfde organisatie.',
]

/** What somebody wants to know before they look. */
export const COMPARISON_ANSWERS: { term: string; definition: string }[] = [
  {
    term: 'Wie telt mee?',
    definition:
      'Iedereen met een account die de scan langer dan een maand geleden afrondde. Van ieder telt alleen de laatste scan. Wie geen account heeft, telt niet mee.',
  },
  {
    term: 'Kan iemand mij herkennen?',
    definition: `Nee. We vertellen alleen iets over ten minste ${dutchCount(BENCHMARK_PEOPLE)} mensen van ${dutchCount(BENCHMARK_ORGANISATIONS)} organisaties. Hooguit de helft werkt bij één organisatie. Notities lezen we nooit mee. Ook met twee uitkomsten naast elkaar kun je niemand vinden.`,
  },
  {
    term: 'Is er een ranglijst?',
    definition: 'Nee. Je ziet nooit wie hoger of lager staat. De volgorde is altijd die van de scan.',
  },
  {
    term: 'Wanneer verandert het?',
    definition: `Elk kwartaal, als er genoeg veranderd is. Wat eenmaal verteld is, blijft zoals het is. Wis je je account, dan tel je de volgende keer niet meer mee.`,
  },
]

/** "Uitvoering", "Gemeente"; for people who did not say, that. */
export function partInWords(instrument: Instrument, split: BenchmarkSplit, part: string): string {
  if (part === '') return 'Niet ingevuld'
  const choices = split === 'role' ? instrument.roles : instrument.organisationKinds
  return choices.find(({ id }) => id === part)?.label ?? part
}

/** The same without what explains it: "Anders, bijvoorbeeld …" is "Anders" above a column. */
export function partInShort(instrument: Instrument, split: BenchmarkSplit, part: string): string {
  return partInWords(instrument, split, part).split(',')[0] ?? part
}

/** What stands above the figures of a split. */
export function partsInWords(split: BenchmarkSplit): { id: string; title: string; text: string } {
  return split === 'role'
    ? {
        id: 'per-rol',
        title: 'Per rol',
        text: 'Elke rol ziet een ander deel van het werk. Geen beeld is beter dan het andere.',
      }
    : {
        id: 'per-soort',
        title: 'Per soort organisatie',
        text: 'Bij elke soort organisatie is het werk anders. Geen beeld is beter dan het andere.',
      }
}

/** The clusters as the people of each part see them, in the order of the instrument: never one above another. */
export function partTable(
  instrument: Instrument,
  split: BenchmarkSplit,
  parts: readonly BenchmarkPart[],
): Table {
  const columns = parts.map(({ part, figures }) => ({
    label: partInShort(instrument, split, part),
    figures,
    clusters: clustersTold(instrument, figures),
  }))
  return {
    caption: split === 'role' ? 'Per onderdeel, per rol' : 'Per onderdeel, per soort organisatie',
    columns: [{ label: 'Onderdeel' }, ...columns.map(({ label }) => ({ label }))],
    rows: [
      [WHOLE, ...columns.map(({ figures }) => inCell(instrument, figures.total))],
      ...instrument.clusters.map(({ title }, index) => [
        title,
        ...columns.map(({ clusters }) => inCell(instrument, clusters[index]?.mean)),
      ]),
    ],
  }
}

/** Every statement of a cluster, as everybody together sees it. */
export function statementTable(instrument: Instrument, { cluster, statements }: ClusterTold): Table {
  return {
    caption: capitalised(`${wordsFor(instrument).more} van ${cluster.title}`),
    columns: [
      { label: capitalised(wordsFor(instrument).one) },
      { label: 'In woorden' },
      { label: 'Gemiddeld', isNumber: true },
      { label: 'Antwoorden' },
      { label: 'Onbekend of n.v.t.' },
    ],
    rows: statements.map(({ statement, told }) => [
      `${statement.number}. ${statement.topic}`,
      capitalised(levelInWords(instrument, told.mean)),
      figureInWords(told.mean),
      told.agreement === null ? '–' : SPREAD[told.agreement],
      told.withoutLevel === null ? '–' : shareInWords(told.withoutLevel),
    ]),
  }
}

/** "Goed op weg (3,5)" */
export function inCell(instrument: Instrument, mean: ToldMean = { kind: 'none' }): string {
  return capitalised(phraseOf(bandInWords(instrument, mean), mean))
}

/** How far the answers of people lie apart. */
export const SPREAD: Record<Agreement, string> = {
  agree: 'dicht bij elkaar',
  mixed: 'wat uiteen',
  differ: 'ver uit elkaar',
}
