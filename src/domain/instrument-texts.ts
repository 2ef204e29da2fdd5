import { z } from 'zod'

/**
 * The texts of an instrument in one language, by the ids of its structure. Plain text only:
 * no markup, so that the same words serve a page, a document and a screen reader.
 */

const short = z.string().trim().min(1).max(200)
const text = z.string().trim().min(1).max(2000)
const byId = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value)

const labelled = z.strictObject({ label: short, description: text.optional() })

const clusterTexts = z.strictObject({
  title: short,
  about: text,
  introduction: text,
  strength: text,
  growth: text,
  unknown: text,
  feedback: byId(text),
  groups: byId(z.strictObject({ title: short, about: text })).optional(),
})

const statementTexts = z.strictObject({
  topic: short,
  statement: text,
  explanation: text,
  answers: byId(text),
  tips: byId(text),
})

export const instrumentTextsSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/),
  title: short,
  shortTitle: short,
  question: short,
  summary: text,
  audience: text,
  purpose: text,
  roleReason: text,
  origin: text,
  roles: byId(labelled),
  organisationKinds: byId(labelled),
  answers: byId(z.strictObject({ label: short, meaning: text })),
  bands: byId(z.strictObject({ label: short, text })),
  clusters: byId(clusterTexts),
  statements: byId(statementTexts),
  interpretation: z.array(text).min(1),
  conversation: z.array(text).min(1),
})

export type InstrumentTexts = z.infer<typeof instrumentTextsSchema>
