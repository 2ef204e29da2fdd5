import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeTypefaces } from './make-typefaces.mjs'

/**
 * Makes dist/: the two programs as bundles, and dist/public with everything that a browser may ask for.
 * On a server without the development packages there is nothing to build with: then what was built before
 * is used. `--if-possible` (for `npm ci`) also accepts that nothing was built yet.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const styles = join(root, 'src/ui/styles')
const font = join(root, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next')

const esbuild = await import('esbuild').catch(() => undefined)
if (esbuild) await build(esbuild)
else refuseUnlessBuilt()

async function build({ build, transform }) {
  // Made beside the old one and then put in its place: a program that starts meanwhile finds all or nothing.
  const fresh = join(root, 'node_modules/.cache/quickscan', `dist-${process.pid}`)
  mkdirSync(join(fresh, 'public'), { recursive: true })
  try {
    await makePublic(transform, join(fresh, 'public'))
    await makePrograms(build, fresh)
    await makeTypefaces(join(root, 'node_modules'), join(fresh, 'typefaces'))
    const old = `${fresh}-old`
    if (existsSync(dist)) renameSync(dist, old)
    renameSync(fresh, dist)
    rmSync(old, { recursive: true, force: true })
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

function makePrograms(build, folder) {
  return build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/quickscan.ts', 'src/platform/typesetting-worker.ts'],
    entryNames: '[name]',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
    logLimit: 5,
  })
}

async function makePublic(transform, folder) {
  const css = stylesInOrder()
    .map((name) => readFileSync(join(styles, name), 'utf8'))
    .join('\n')
  writeFileSync(join(folder, 'site.css'), await minified(transform, css, 'css'))

  for (const name of readdirSync(join(root, 'public'))) {
    const source = join(root, 'public', name)
    if (extname(name) !== '.js') copyFileSync(source, join(folder, name))
    else writeFileSync(join(folder, name), await minified(transform, readFileSync(source, 'utf8'), 'js'))
  }

  copyFileSync(
    join(font, 'files/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
    join(folder, 'font.woff2'),
  )
  // The licence of the typeface asks to travel with it.
  copyFileSync(join(font, 'LICENSE'), join(folder, 'font-license.txt'))
}

/** The order stands in order.ts, as plain file names; a sheet that is missing from it would be lost unseen. */
function stylesInOrder() {
  const order = [...readFileSync(join(styles, 'order.ts'), 'utf8').matchAll(/['"]([\w-]+\.css)['"]/g)].map(
    ([, name]) => name,
  )
  const forgotten = readdirSync(styles).filter((name) => name.endsWith('.css') && !order.includes(name))
  if (forgotten.length > 0) throw new Error(`src/ui/styles/order.ts does not name ${forgotten.join(', ')}`)
  return order
}

async function minified(transform, text, loader) {
  const target = loader === 'js' ? 'es2022' : ['chrome111', 'firefox113', 'safari16.4']
  const { code } = await transform(text, { loader, minify: true, target, legalComments: 'none' })
  return code
}

function refuseUnlessBuilt() {
  if (existsSync(join(dist, 'main.mjs')) || process.argv.includes('--if-possible')) return
  console.error(
    'There is no dist/ yet, and the packages to make it with are not installed. Run `npm ci` (without\n' +
      '--omit=dev) and `npm run build` once, here or where the image is made, and take dist/ along.',
  )
  process.exit(1)
}
