import { everyNode, type Node } from './open-document-reader.ts'

const DECLARING = [
  'style:style',
  'text:list-style',
  'style:page-layout',
  'style:master-page',
  'number:number-style',
  'style:font-face',
]
const USING =
  /^(?:text|table|draw|style):(?:.*-style-name|style-name|master-page-name|page-layout-name|font-name)$/

const isUse = ([name, value]: [string, string]) => USING.test(name) && value !== ''

/** The styles that something asks for and that nothing declares: a program would quietly show something else. */
export function undeclaredStyles(files: Iterable<Node>): string[] {
  const nodes = [...files].flatMap(everyNode)
  const declared = new Set(
    nodes.filter(({ name }) => DECLARING.includes(name)).map(({ attributes }) => attributes['style:name']),
  )
  const used = nodes.flatMap(({ attributes }) =>
    Object.entries(attributes)
      .filter(isUse)
      .map(([, value]) => value),
  )
  return [...new Set(used)].filter((name) => !declared.has(name))
}
