/** A part of the program; each folder under features is a part of its own kind `features`. */
export type Part = 'main' | 'app' | 'features' | 'web' | 'words' | 'database' | 'domain' | 'ui' | 'platform'

export type Clause = {
  /** Parts of which it may use everything. */
  mayImport: Part[]
  /** Parts of which it may only know the types. */
  mayImportTypes?: Part[]
  /** Packages from the registry; nobody else may have them unless their own clause says so. */
  packages: string[]
  /** What of Node itself; left out: all of it. */
  node?: string[]
}

export type Law = Record<Part, Clause>

/** Files beside the folders of src, and the part that they are. */
const AT_THE_TOP: Record<string, Part> = { 'app.ts': 'app', 'app.tsx': 'app' }

/** `src/features/scan/x.tsx` → `features`; what lies at the top or under commands belongs to main. */
export function partOf(path: string): Part {
  const [, first = '', ...rest] = path.split('/')
  if (rest.length === 0) return AT_THE_TOP[first] ?? 'main'
  return isPart(first) ? first : 'main'
}

/** The same, told apart by feature: `features/scan`. */
export function roomOf(path: string): string {
  const part = partOf(path)
  return part === 'features' ? `features/${path.split('/')[2]}` : part
}

/** A folder of src that is in no clause would have no law. */
export function isKnownFolder(path: string): boolean {
  const [, first = '', ...rest] = path.split('/')
  return rest.length === 0 || first === 'commands' || isPart(first)
}

const PARTS: string[] = ['main', 'app', 'features', 'web', 'words', 'database', 'domain', 'ui', 'platform']

function isPart(name: string): name is Part {
  return PARTS.includes(name)
}
