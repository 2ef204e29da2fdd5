import { existsSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join, relative, resolve } from 'node:path'

/** Throws the embedded database away, so that the next start makes a new one. For development only. */

const folder = join(resolve(process.env.DATA_DIR || './data'), 'database')
const name = relative(process.cwd(), folder)

if (process.env.NODE_ENV === 'production') refuse('NODE_ENV is production: nothing is thrown away here.')
if (process.env.DATABASE_URL || process.env.DATABASE_URL_FILE) {
  refuse(
    'DATABASE_URL is set: this only resets the embedded database. Drop the other one with its own tools.',
  )
}
if (await isInUse()) refuse(`QuickScan is running on ${name}. Stop it first.`)

const existed = existsSync(folder)
rmSync(folder, { recursive: true, force: true })
console.log(existed ? `${name} is gone; the next start makes a new one` : `${name} was not there`)

/** A program that has the folder listens on its lock. */
function isInUse() {
  const lock = relative(process.cwd(), join(folder, 'lock'))
  return new Promise((answer) => {
    const socket = connect(lock)
    socket.once('connect', () => answer(socket.destroy() && true))
    socket.once('error', () => answer(false))
  })
}

function refuse(reason) {
  console.error(reason)
  process.exit(1)
}
