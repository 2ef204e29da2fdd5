import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { projectFolder } from '#src/project-folder.ts'

/** The tests need the programs, the style sheet and the scripts as they are served: made anew, in a blink. */
export function setup(): void {
  execFileSync(process.execPath, [join(projectFolder, 'scripts/build.mjs')], { stdio: 'inherit' })
}
