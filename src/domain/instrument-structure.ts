import { z } from 'zod'

/**
 * What an instrument consists of, without a word of its texts: ids, order, values and links.
 * Ids never depend on texts and are never used again for something else.
 * The format is explained, with an annotated example, in docs/instrument-format.md.
 */

/** The id of an entry of the library; a source has the same id there and in an instrument. */
export const entryId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id has small letters, digits and single hyphens only')
  .max(80)

const id = entryId.max(60)

const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'a version has three numbers, such as 1.0.0')

/** An address on the web: http or https, of a named host. */
export const link = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(500)

/** One of the answers that can be given to a statement. The kind says whether it counts as a number. */
const answerStructure = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('level'), level: z.int().min(1).max(9) }),
  z.strictObject({ id, kind: z.literal('unknown') }),
])

/** A word for a score. A band runs from its own `from` (inclusive) up to the `from` of the next one. */
const bandStructure = z.strictObject({ id, from: z.number().min(0).max(9) })

export const SOURCE_KINDS = ['publicatie', 'artikel', 'training', 'video', 'website', 'instrument'] as const

const sourceStructure = z.strictObject({
  id: entryId,
  title: z.string().min(2).max(200),
  publisher: z.string().min(2).max(120).optional(),
  year: z.int().min(1990).max(2100).optional(),
  kind: z.enum(SOURCE_KINDS),
  link: link.optional(),
})

const tipStructure = z.strictObject({
  id,
  fits: z.array(id).min(1),
  sources: z.array(entryId).default([]),
})

const statementStructure = z.strictObject({ id, tips: z.array(tipStructure).min(1) })

/** Statements of a cluster that belong together, under a heading of their own. */
const groupStructure = z.strictObject({ id, statements: z.array(id).min(1) })

const clusterStructure = z.strictObject({
  id,
  statements: z.array(statementStructure).min(1),
  /** Left out, or every statement of the cluster once, in the cluster's order. */
  groups: z.array(groupStructure).min(2).max(12).optional(),
  /** The groups are phases: one comes after the other, and the result says where one is. */
  phased: z.boolean().optional(),
})

/** What a version changes in a statement: `meaning` breaks a trend, the others do not. */
export const CHANGE_MEANINGS = ['new', 'spelling', 'wording', 'meaning', 'removed'] as const

const versionChanges = z.strictObject({
  version,
  date: z.iso.date(),
  summary: z.string().min(5).max(500),
  statements: z.array(z.strictObject({ id, change: z.enum(CHANGE_MEANINGS) })).default([]),
})

export const instrumentStructureSchema = z.strictObject({
  id,
  version,
  /** levels: a ladder of answers with a mean; checklist: things that are in place, begun or open, counted. */
  kind: z.enum(['levels', 'checklist']),
  minutes: z.int().min(1).max(240),
  answers: z.array(answerStructure).min(2).max(10),
  bands: z.array(bandStructure).min(2).max(9),
  roles: z.array(id).max(9),
  organisationKinds: z.array(id).max(12),
  clusters: z.array(clusterStructure).min(1).max(20),
  sources: z.array(sourceStructure),
  /** The sources on which the instrument as a whole rests, for the colophon. */
  basedOn: z.array(entryId).default([]),
  history: z.array(versionChanges).min(1),
})

export type InstrumentStructure = z.infer<typeof instrumentStructureSchema>
export type Source = InstrumentStructure['sources'][number]
