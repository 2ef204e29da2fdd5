import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '#database/connect.ts'
import { lockScan, saveAnswers } from '#database/scans.ts'
import { inBrowser, NOOR, startScan } from '#test/stores/sample-scan.ts'

/**
 * Saves one answer after the other to a new scan, as fast as it can, until it is killed. Prints
 * `scan <id>` and then `saved <statement>` for each: after the commit, or, as the control of the test that
 * reads this, before it.
 */
const [databaseUrl, dataDir = '', acknowledge] = process.argv.slice(2)
const { db } = await openDatabase({ databaseUrl, dataDir })
const scan = await startScan(db)
say(`scan ${scan}`)
for (let number = 1; ; number += 1) {
  const statement = `s${number}`
  const change = { statement, answer: 'a1', note: 'Dit is een notitie zoals iemand die typt. '.repeat(5) }
  await db.transaction().execute(async (trx) => {
    await lockScan(trx, scan, inBrowser(NOOR))
    if (acknowledge === 'too-early') {
      say(`saved ${statement}`)
      await wait(5)
    }
    await saveAnswers(trx, scan, [change], new Date())
  })
  if (acknowledge !== 'too-early') say(`saved ${statement}`)
}

/** At once and complete: what is printed is in the pipe, also when the process dies right after. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}
