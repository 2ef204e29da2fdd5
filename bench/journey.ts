import { join } from 'node:path'
import { compareVersions } from '#domain/catalogue.ts'
import { type InstrumentStructure, instrumentStructureSchema } from '#domain/instrument-structure.ts'
import { fieldsOf } from '#features/scan/cluster-form.ts'
import { readInstrumentFolder } from '#platform/instrument-files.ts'
import { projectFolder } from '#src/project-folder.ts'
import { urls } from '#web/urls.ts'
import type { Visitor } from './visitor.ts'

export type Participant = { visitor: Visitor; scan: string }
export type Part = { name: string; perform: (participant: Participant) => Promise<void> }

export type Journey = {
  parts: Part[]
  /** The first page with statements of a scan. */
  firstPage(scan: string): string
}

export const START = 'read this first, start, the hub'
export const FILL_IN = 'open the statements, save every page'
export const FINISH = 'finish, the result'

/** All that a participant does, in parts that can be measured one by one. */
export function planJourney(): Journey {
  const instrument = findInstrument()
  const pages = instrument.clusters.map((cluster) => ({
    cluster: cluster.id,
    form: fillIn(instrument, cluster),
  }))
  return {
    parts: [
      { name: START, perform: (participant) => start(participant, instrument.id) },
      { name: FILL_IN, perform: (participant) => saveEveryPage(participant, pages) },
      { name: FINISH, perform: finish },
    ],
    firstPage: (scan) => urls.scanCluster.to({ scan, cluster: pages[0]?.cluster ?? '' }),
  }
}

async function start(participant: Participant, instrument: string): Promise<void> {
  const { visitor } = participant
  await visitor.open(urls.instrument.to({ instrument }))
  const hub = await visitor.submit(urls.scans.to(), new URLSearchParams({ instrument }).toString())
  participant.scan = hub.split('/').at(-1) ?? ''
  expectPath(hub, urls.scan.to({ scan: participant.scan }))
}

async function saveEveryPage(
  { visitor, scan }: Participant,
  pages: { cluster: string; form: string }[],
): Promise<void> {
  const [first] = pages
  if (first) await visitor.open(urls.scanCluster.to({ scan, cluster: first.cluster }))
  for (const [index, { cluster, form }] of pages.entries()) {
    const next = pages[index + 1]
    const reached = await visitor.submit(urls.scanCluster.to({ scan, cluster }), form)
    // Only a form that was saved completely leads onward.
    expectPath(
      reached,
      next ? urls.scanCluster.to({ scan, cluster: next.cluster }) : urls.scanCheck.to({ scan }),
    )
  }
}

async function finish({ visitor, scan }: Participant): Promise<void> {
  const reached = await visitor.submit(urls.scanFinish.to({ scan }), '')
  expectPath(reached, urls.scanResult.to({ scan }))
}

function expectPath(reached: string, expected: string): void {
  if (reached !== expected) throw new Error(`a participant came at ${reached} instead of ${expected}`)
}

/** The newest version of the first instrument with a ladder of answers. */
function findInstrument(): InstrumentStructure {
  const structures = readInstrumentFolder(join(projectFolder, 'instruments'))
    .map(({ structure }) => instrumentStructureSchema.parse(structure.data))
    .filter(({ kind }) => kind === 'levels')
  const [newest] = structures
    .filter(({ id }) => id === structures[0]?.id)
    .sort((one, other) => compareVersions(other.version, one.version))
  if (!newest) throw new Error('There is no instrument to fill in.')
  return newest
}

/** The form as a browser sends it, with every possible answer in turn. */
function fillIn(
  { answers }: InstrumentStructure,
  { statements }: InstrumentStructure['clusters'][number],
): string {
  const form = new URLSearchParams()
  for (const [index, { id }] of statements.entries()) {
    const names = fieldsOf(id)
    form.append(names.answer, answers[index % answers.length]?.id ?? '')
    form.append(names.note, '')
    form.append(names.answerWas, '')
    form.append(names.noteWas, '')
  }
  form.append('daarna', 'volgende')
  return form.toString()
}
