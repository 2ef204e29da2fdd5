import { checkInstrumentCommand } from './commands/check-instrument.ts'
import { checkLinksCommand } from './commands/check-links.ts'
import { checkReleasesCommand } from './commands/check-releases.ts'
import type { Command } from './commands/command.ts'
import { createAdminCommand } from './commands/create-admin.ts'
import { draftTextsCommand } from './commands/draft-texts.ts'
import { eraseCommand } from './commands/erase.ts'
import { importInstrumentCommand } from './commands/import-instrument.ts'
import { instrumentSchemaCommand } from './commands/instrument-schema.ts'
import { migrateCommand } from './commands/migrate.ts'
import { previewInstrumentCommand } from './commands/preview-instrument.ts'
import { releaseBenchmarkCommand } from './commands/release-benchmark.ts'
import { seedCommand } from './commands/seed.ts'

const commands: Record<string, Command> = {
  'check-instrument': checkInstrumentCommand,
  'check-links': checkLinksCommand,
  'check-releases': checkReleasesCommand,
  'draft-texts': draftTextsCommand,
  'import-instrument': importInstrumentCommand,
  'preview-instrument': previewInstrumentCommand,
  'instrument-schema': instrumentSchemaCommand,
  migrate: migrateCommand,
  'create-admin': createAdminCommand,
  erase: eraseCommand,
  'release-benchmark': releaseBenchmarkCommand,
  seed: seedCommand,
}

const [name = '', ...rest] = process.argv.slice(2)
process.exitCode = await dispatch(name, rest)

/** 0 when done, 1 when refused with a reason, 2 when called in a way that does not exist. */
async function dispatch(name: string, rest: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const isHelp = name === '' || name === '--help' || name === 'help'
    const lines = Object.entries(commands).map(([key, { summary }]) => `  ${key.padEnd(20)} ${summary}`)
    const text = `usage: quickscan <command> [--help]\n\n${lines.join('\n')}`
    if (isHelp) console.log(text)
    else console.error(`there is no command "${name}"\n\n${text}`)
    return isHelp ? 0 : 2
  }
  if (rest.includes('--help')) {
    console.log(`usage: quickscan ${name} ${command.usage}\n\n${command.summary}\n${command.help}`)
    return 0
  }
  try {
    return await command.run(rest)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}
