import { instrumentJsonSchema } from '#domain/instrument-schema.ts'
import { type Command, wrongUse } from './command.ts'

export const instrumentSchemaCommand: Command = {
  summary: 'prints the JSON Schema of structure.yaml or of a file of texts',
  usage: 'structure|texts',
  help: 'The same schemas stand in docs/schemas.',
  run: async ([which]) => {
    if (which !== 'structure' && which !== 'texts') return wrongUse('say which: structure or texts')
    console.log(JSON.stringify(instrumentJsonSchema(which), null, 2))
    return 0
  },
}
