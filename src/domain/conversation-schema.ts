import { z } from 'zod'

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'an id has small letters, digits and hyphens')
  .max(60)
const text = z.string().trim().min(1)
const language = z.literal('nl', 'the language is "nl"')

const questionsSchema = z.strictObject({
  open: text.max(220),
  deepen: z.array(text.max(220)).length(2),
})

/** `questions.nl.yaml`: how to talk about each statement, by its id. */
export const questionsFileSchema = z.strictObject({
  instrument: id,
  language,
  questions: z.record(z.string().max(100), questionsSchema),
})

const choiceSchema = z.strictObject({ id, label: text.max(100), reason: text.max(300) })

const dilemmaSchema = z.strictObject({
  id,
  title: text.max(60),
  case: text.max(500),
  question: text.max(100),
  statements: z.array(z.string().max(100)).min(1).max(3),
  choices: z.tuple([choiceSchema, choiceSchema]),
  talk: text.max(220),
  knowledge: text.max(600),
  sources: z.array(id).min(1).max(3),
})

/** `dilemmas.nl.yaml`: cases from practice to warm up with, each with two ways to act that both can be defended. */
export const dilemmasFileSchema = z.strictObject({
  instrument: id,
  language,
  dilemmas: z.array(dilemmaSchema).min(1),
})

export type StatementQuestions = z.infer<typeof questionsSchema>
export type Dilemma = z.infer<typeof dilemmaSchema>
