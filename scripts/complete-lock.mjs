import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Adds to package-lock.json what `npm install` leaves out when its registry is a mirror without the packages of other
 * kinds of machines: `npm ci` then refuses the file. They have no hash there; npm takes the one of the registry.
 */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
for (const [path, { optionalDependencies = {}, license, engines }] of Object.entries(lock.packages)) {
  const prefix = `${path.slice('node_modules/'.length)}-`
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (lock.packages[`node_modules/${name}`]) continue
    if (!path.startsWith('node_modules/') || !name.startsWith(prefix)) throw new Error(`add ${name} by hand`)
    lock.packages[`node_modules/${name}`] = entryOf(name.slice(prefix.length), { version, license, engines })
    console.log(`added ${name}`)
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)),
)
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)

/** "linux-arm64-musl": the machine that a package was built for stands in its name. */
function entryOf(machine, { version, license, engines }) {
  const [os, cpu, library = ''] = machine.split('-')
  const libc = os !== 'linux' ? undefined : library.startsWith('musl') ? ['musl'] : ['glibc']
  return { version, cpu: [cpu], ...(libc && { libc }), license, optional: true, os: [os], engines }
}
