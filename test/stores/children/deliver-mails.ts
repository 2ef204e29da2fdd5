import { writeSync } from 'node:fs'
import { openDatabase } from '#database/connect.ts'
import { mailboxOf, openOffice } from '#test/stores/postman.ts'

/** A postman who prints `sent` when the server has a letter, and then forgets nothing until it is killed. */
const [databaseUrl, smtpUrl = '', moment = ''] = process.argv.slice(2)
const { db } = await openDatabase({ databaseUrl, dataDir: '/nonexistent' })
const mailbox = mailboxOf(smtpUrl)
const postman = openOffice(new Date(moment)).newPostman(db, {
  send: async (letter, id) => {
    await mailbox.send(letter, id)
    writeSync(1, 'sent\n')
    await new Promise(() => setInterval(() => {}, 1_000))
  },
})
await postman.deliverDue()
