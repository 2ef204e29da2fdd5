import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'

export type DurableFiles = {
  store: PGlite
  /** How many times something was synced to the disk since it was opened. */
  countSyncs(): number
  /** Why the disk can no longer be trusted, once a sync has failed. */
  syncFailure(): Error | undefined
}

const INT8 = 20

/** Opens the store in `folder/files`, and makes it first when it is not there. */
export async function openEmbeddedFiles(folder: string): Promise<DurableFiles> {
  const files = join(folder, 'files')
  if (!existsSync(files)) await createFiles(folder, files)
  return open(files)
}

/**
 * Made under another name and then renamed: a start that is cut off half-way must not leave something
 * that looks like a store. The store does not sync what it makes at first, so we do.
 */
async function createFiles(folder: string, files: string): Promise<void> {
  const unfinished = join(folder, 'files.new')
  rmSync(unfinished, { recursive: true, force: true })
  const { store } = await open(unfinished)
  await store.close()
  syncTree(unfinished)
  renameSync(unfinished, files)
  syncPath(folder)
}

async function open(root: string): Promise<DurableFiles> {
  // Loaded here, so that a program with a PostgreSQL server does not carry a second one in its memory.
  const [{ PGlite }, { NodeFS }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/nodefs'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ])
  let syncs = 0
  let failure: Error | undefined
  const fs = new NodeFS(root)
  const init = fs.init.bind(fs)
  fs.init = async (...given) => {
    const result = await init(...given)
    result.emscriptenOpts.preRun?.push((module) => {
      // Its own file system has no fsync at all. The type does not tell what a stream holds.
      const operations = module.NODEFS as unknown as {
        stream_ops: { fsync(stream: { nfd?: number }): number }
      }
      operations.stream_ops.fsync = ({ nfd }) => {
        if (nfd === undefined) return 0
        try {
          fsyncSync(nfd)
        } catch (cause) {
          // The store itself does not get over this: it answers as if all were well, and hangs on the next
          // query. So the pool looks here, before and after each query.
          failure = diskFailed(cause)
          throw failure
        }
        syncs += 1
        return 0
      }
    })
    return result
  }
  const store = await PGlite.create({
    fs,
    extensions: { pg_trgm },
    startParams: durable(PGlite.defaultStartParams),
    parsers: { [INT8]: Number },
  })
  return { store, countSyncs: () => syncs, syncFailure: () => failure }
}

/** `-F` switches fsync off. `fdatasync`, the usual method, does nothing in this build. */
function durable(parameters: string[]): string[] {
  return [
    ...parameters.filter((parameter) => parameter !== '-F'),
    ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
  ]
}

function diskFailed(cause: unknown): Error {
  const message =
    'The disk did not accept what was saved in the embedded database. Look at the disk, then restart: what ' +
    'was acknowledged before is kept.'
  return Object.assign(new Error(message, { cause }), { code: '58030' })
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else syncPath(path)
  }
  syncPath(folder)
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
