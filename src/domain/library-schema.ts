import { z } from 'zod'
import { entryId, link, SOURCE_KINDS } from './instrument-structure.ts'

/**
 * What the library is made of, as it stands in the files under library/. One schema per kind of entry; the
 * texts are plain, like those of an instrument. The format is explained in docs/library-format.md.
 */

const line = z.string().trim().min(1).max(300)
const text = z.string().trim().min(1).max(3000)
const ids = z.array(entryId).default([])

/** Which statements (or tips) of an instrument an entry helps with, by the instrument's id. */
const belongsTo = z.record(entryId, z.array(entryId).min(1)).default({})

export const ROLE_GROUPS = ['uitvoering', 'management', 'beleid'] as const

const common = {
  id: entryId,
  title: line,
  /** One or two sentences for lists and search results. */
  summary: text,
  themes: z.array(entryId).min(1).max(3),
  roles: z.array(z.enum(ROLE_GROUPS)).min(1),
  belongsTo,
  /** The sources in which this was told. */
  told: ids,
}

export const SOURCE_FORMS = [...SOURCE_KINDS, 'organisatie', 'methode'] as const

const source = z.strictObject({
  ...common,
  form: z.enum(SOURCE_FORMS),
  publisher: line.optional(),
  year: z.int().min(1990).max(2100).optional(),
  link: link.optional(),
  about: text,
  /** How to find it, where there is no link. */
  find: text.optional(),
})

const practice = z.strictObject({
  ...common,
  place: line,
  who: line.optional(),
  year: z.union([z.int().min(1990).max(2100), line]).optional(),
  did: text,
  /** Left out where the source gives none. */
  result: text.optional(),
  learn: text,
  /** Where whoever did it tells more. */
  link: link.optional(),
  sources: ids,
})

const finding = z.strictObject({
  ...common,
  year: z.union([z.int().min(1990).max(2100), line]).optional(),
  text,
  sources: ids,
})

const section = z.strictObject({
  id: entryId,
  title: line,
  text: z.array(text).min(1),
  points: z.array(text).optional(),
  steps: z.array(text).optional(),
  /** Entries that belong here: examples, tools, figures. */
  entries: ids,
})

const guide = z
  .strictObject({
    ...common,
    introduction: z.array(text).min(1),
    sections: z.array(section).min(1).optional(),
    chapters: z
      .array(z.strictObject({ id: entryId, title: line, summary: text, sections: z.array(section).min(1) }))
      .min(1)
      .optional(),
  })
  .refine(({ sections, chapters }) => (sections === undefined) !== (chapters === undefined), {
    message: 'a guide has sections or chapters, one of the two',
  })

const term = z.strictObject({ ...common, also: z.array(line).default([]) })

/** The folders under library/, each with files that hold a list of entries of that kind. */
export const libraryFileSchemas = {
  guides: z.array(guide),
  practices: z.array(practice),
  findings: z.array(finding),
  sources: z.array(source),
  terms: z.array(term),
}

export const themesSchema = z.array(z.strictObject({ id: entryId, label: line })).min(1)

export type SourceEntry = { kind: 'source' } & z.infer<typeof source>
export type PracticeEntry = { kind: 'practice' } & z.infer<typeof practice>
export type FindingEntry = { kind: 'finding' } & z.infer<typeof finding>
export type GuideEntry = { kind: 'guide' } & z.infer<typeof guide>
export type TermEntry = { kind: 'term' } & z.infer<typeof term>
export type LibraryEntry = SourceEntry | PracticeEntry | FindingEntry | GuideEntry | TermEntry
export type LibraryKind = LibraryEntry['kind']
export type GuideSection = z.infer<typeof section>
export type GuideChapter = NonNullable<GuideEntry['chapters']>[number]
export type Theme = z.infer<typeof themesSchema>[number]
export type RoleGroup = (typeof ROLE_GROUPS)[number]

/** Which kind of entry a folder holds. */
export const KIND_OF_FOLDER = {
  guides: 'guide',
  practices: 'practice',
  findings: 'finding',
  sources: 'source',
  terms: 'term',
} as const satisfies Record<keyof typeof libraryFileSchemas, LibraryKind>
