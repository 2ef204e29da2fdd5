import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#src/project-folder.ts'

/** The two files of the annotated example in docs/instrument-format.md: small, neutral and right. */
export function formatExample(): { structure: string; texts: string } {
  const text = readFileSync(join(projectFolder, 'docs/instrument-format.md'), 'utf8')
  const [structure = '', texts = ''] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1])
  return {
    structure,
    texts: texts.replace('explanation: …', `explanation: ${'Dit is een korte zin. '.repeat(14)}`),
  }
}
