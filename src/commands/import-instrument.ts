import { join } from 'node:path'
import { listInstrumentVersions, publishInstrumentVersion } from '#database/instruments.ts'
import { checkSuccession } from '#domain/check-succession.ts'
import { type Finding, reporterOf } from '#domain/finding.ts'
import { contentHash, inLanguage, parsePublishedInstrument } from '#domain/published-instrument.ts'
import { readDataFile } from '#platform/instrument-files.ts'
import { LANGUAGE, readInstrument } from '#src/read-instrument.ts'
import { type Command, wrongUse } from './command.ts'
import { outlineOf } from './instrument-outline.ts'
import { openConfigured } from './open-configured.ts'

export const importInstrumentCommand: Command = {
  summary: 'checks an instrument, shows what it will look like and publishes it',
  usage: 'FOLDER [--dry-run]',
  help: 'A FOLDER has structure.yaml and texts such as nl.yaml. With --dry-run nothing is published. What was published never changes: the next version needs a higher number. A running QuickScan shows it after a restart. To walk through it beforehand: preview-instrument.',
  run: async (rest) => {
    const [folder, ...others] = rest.filter((argument) => argument !== '--dry-run')
    if (!folder || others.length > 0 || folder.startsWith('-')) return wrongUse('say which folder')
    const reading = readInstrument(folder)
    if ('findings' in reading) return refuse(reading.findings)

    const { content } = reading
    const { id: instrument, version } = content.structure
    const database = await openConfigured()
    try {
      const versions = await listInstrumentVersions(database.db)
      const same = versions.find((one) => one.instrument === instrument && one.version === version)
      if (same?.contentHash === contentHash(content)) {
        console.log(`${instrument} ${version} was published before, exactly like this`)
        return 0
      }
      const findings: Finding[] = []
      const file = readDataFile(join(folder, 'structure.yaml'))
      const published = versions.map((one) => parsePublishedInstrument(one.content))
      checkSuccession(content, published, reporterOf(file, findings))
      if (findings.length > 0) return refuse(findings)

      console.log(outlineOf(inLanguage(content, LANGUAGE)))
      if (rest.includes('--dry-run')) {
        console.log('\nNothing is wrong with it. It was not published.')
        return 0
      }
      const publishedAt = new Date(Date.now())
      await publishInstrumentVersion(database.db, {
        instrument,
        version,
        contentHash: contentHash(content),
        content,
        publishedAt,
      })
      console.log(`\n${instrument} ${version} is published. A running QuickScan shows it after a restart.`)
      return 0
    } finally {
      await database.close()
    }
  },
}

function refuse(findings: Finding[]): number {
  for (const { file, line, problem, remedy } of findings) {
    console.error(`${file}:${line} ${problem}. Remedy: ${remedy}.`)
  }
  console.error(`\nNothing was published: ${findings.length} to mend.`)
  return 1
}
