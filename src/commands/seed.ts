import { join } from 'node:path'
import { setResumeCode } from '#database/resume-codes.ts'
import { createScan, finishScan, saveAnswers } from '#database/scans.ts'
import { statementsOf } from '#domain/instrument.ts'
import { RESUME_CODE_BYTES, resumeCodeFrom } from '#domain/resume-code.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import type { Command } from './command.ts'
import { openConfigured } from './open-configured.ts'

export const seedCommand: Command = {
  summary: 'makes a finished demo scan per instrument and prints its resume code',
  usage: '',
  help: 'For development only. Open the scan in a browser with "Ga verder met je hervatcode".',
  run: async () => {
    if (process.env.NODE_ENV === 'production') throw new Error('not in production')
    const { db, close } = await openConfigured()
    const now = new Date()
    const catalogue = await loadInstruments(db, join(projectFolder, 'instruments'), now)
    for (const instrument of catalogue.current) {
      const id = systemSecrets.createId()
      const code = resumeCodeFrom(systemSecrets.randomBytes(RESUME_CODE_BYTES))
      const answers = instrument.answers.map((answer) => answer.id)
      const changes = statementsOf(instrument).map((statement, index) => ({
        statement: statement.id,
        answer: answers[(index * index + index * 3) % answers.length] ?? null,
        note: index === 1 ? 'Hier wil ik het in het team over hebben.' : '',
      }))
      await createScan(
        db,
        { id, instrument: instrument.id, instrumentVersion: instrument.version, startedAt: now },
        systemSecrets.hash(systemSecrets.createToken()),
      )
      await db.transaction().execute((transaction) => saveAnswers(transaction, id, changes, now))
      await finishScan(db, id, now)
      await setResumeCode(db, id, systemSecrets.hash(code))
      console.log(`${instrument.texts.shortTitle}: hervatcode ${code}`)
    }
    await close()
    return 0
  },
}
