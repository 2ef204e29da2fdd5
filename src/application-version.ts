import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './project-folder.ts'

/** As package.json has it, such as "1.2.3". */
export function applicationVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
  const hasVersion = typeof description === 'object' && description !== null && 'version' in description
  if (!hasVersion || typeof description.version !== 'string') throw new Error('package.json has no version')
  return description.version
}
