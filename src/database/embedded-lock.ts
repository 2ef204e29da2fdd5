import { lstatSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type FolderLock = { release(): Promise<void> }

const SETTLE = 50

/**
 * Keeps every other process out of the folder until released. The lock is a listening unix socket: the
 * kernel ends it with the process, however that dies, so nothing stale is left to be cleared by hand.
 * Rejects with what to do when another process has it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'lock')
  // A socket's path may have some 107 bytes: we reach the folder through a short name of our own.
  const shortName = mkdtempSync(join(tmpdir(), 'quickscan-'))
  try {
    symlinkSync(folder, join(shortName, 'f'))
    return await listen(folder, path, join(shortName, 'f', 'lock'))
  } finally {
    rmSync(shortName, { recursive: true })
  }
}

async function listen(folder: string, path: string, address: string): Promise<FolderLock> {
  const before = identity(path)
  if (before && (await isAnswered(address))) throw inUse(folder)
  // Somebody else may have taken the same dead socket away and put a live one here meanwhile.
  if (identity(path) !== before) throw inUse(folder)
  rmSync(path, { force: true })

  const server = createServer((socket) => socket.destroy()).unref()
  await startListening(server, address, folder)
  const own = identity(path)
  // When two clear away one dead socket in the same instant the last one has it, and the first sees so.
  if (before) await wait(SETTLE)
  if (identity(path) !== own) {
    server.close()
    throw inUse(folder)
  }
  return { release: () => release(server, path) }
}

/** Gone before it is closed: after closing, the name may already be another process's. */
function release(server: Server, path: string): Promise<void> {
  if (!server.listening) return Promise.resolve()
  rmSync(path, { force: true })
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Which socket this is; numbers of files are used again, moments are not. */
function identity(path: string): string | undefined {
  const status = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return status && `${status.ino} ${status.ctimeNs}`
}

/** A process that is stopped or busy still answers: its kernel does. Only "refused" means nobody is there. */
function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.on('connect', () => resolve(socket.destroy() !== undefined))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    )
  })
}

function startListening(server: Server, address: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? inUse(folder) : error),
    )
    server.listen(address, resolve)
  })
}

function inUse(folder: string): Error {
  return new Error(
    `The embedded database in ${folder} is in use by another process. Stop that one, or give this one ` +
      'another folder with DATA_DIR, or set DATABASE_URL to a PostgreSQL server, which several can share.',
  )
}
