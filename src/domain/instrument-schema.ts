import { z } from 'zod'
import { instrumentStructureSchema } from './instrument-structure.ts'
import { instrumentTextsSchema } from './instrument-texts.ts'

const schemas = {
  structure: { schema: instrumentStructureSchema, title: 'QuickScan instrument: structure' },
  texts: { schema: instrumentTextsSchema, title: 'QuickScan instrument: texts in one language' },
}

/** The JSON Schema (draft 2020-12) of a file of an instrument, for editors and other programs. */
export function instrumentJsonSchema(which: keyof typeof schemas): object {
  const { schema, title } = schemas[which]
  return { ...z.toJSONSchema(schema, { io: 'input' }), title }
}
