import { openDatabase } from '#database/connect.ts'

/** A process that has the embedded store open until it is killed. */
const [dataDir = ''] = process.argv.slice(2)
await openDatabase({ dataDir })
console.log('open')
setInterval(() => {}, 1_000)
