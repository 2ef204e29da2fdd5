import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** A file that is served as it is, kept in memory with its compressed forms. */
export type Asset = { type: string; body: Buffer; brotli: Buffer | null; gzip: Buffer | null }

/** All static files. `version` changes with any of them, and stands in their address. */
export type Assets = { version: string; files: Map<string, Asset> }

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
}

/** Reads the folder once, at start: only what lies there can ever be served. */
export function readAssets(folder: string, themeFile?: string): Assets {
  const files = new Map<string, Asset>()
  for (const name of readdirSync(folder).sort()) {
    if (TYPES[extname(name)]) files.set(name, toAsset(name, readFileSync(join(folder, name))))
  }
  if (themeFile) files.set('theme.css', toAsset('theme.css', readFileSync(themeFile)))
  const hash = createHash('sha256')
  for (const [name, asset] of files) hash.update(name).update(asset.body)
  return { version: hash.digest('hex').slice(0, 12), files }
}

function toAsset(name: string, body: Buffer): Asset {
  const isText = !['.woff2', '.png'].includes(extname(name))
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    body,
    brotli: isText ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : null,
    gzip: isText ? gzipSync(body, { level: 9 }) : null,
  }
}
