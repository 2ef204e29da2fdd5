import { allowedAddress } from './allowed-address.ts'
import type { Block, Document, DocumentTip, Run } from './document.ts'

/**
 * The same document with every link whole and of a kind that may stand in a document: https, http or mailto. An
 * address of our own ("/bibliotheek") is put after `base`, without a slash at its end; any other loses its link.
 */
export function withSafeLinks(document: Document, base: string): Document {
  const mend = (runs: Run[]) => runs.map((run) => withSafeLink(run, base))
  return {
    ...document,
    lead: mend(document.lead),
    parts: document.parts.map((part) => ({ ...part, blocks: part.blocks.map((one) => mapRuns(one, mend)) })),
  }
}

function withSafeLink({ link, ...run }: Run, base: string): Run {
  if (link === undefined) return run
  const address = allowedAddress(/^\/(?!\/)/.test(link) ? base + link : link)
  return address === null ? run : { ...run, link: address }
}

function mapRuns(block: Block, change: (runs: Run[]) => Run[]): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'notice':
    case 'rung':
      return { ...block, text: change(block.text) }
    case 'list':
      return { ...block, items: block.items.map(change) }
    case 'tips':
      return { ...block, tips: block.tips.map((tip) => mapTip(tip, change)) }
    case 'together':
      return { ...block, blocks: block.blocks.map((one) => mapRuns(one, change)) }
    default:
      return block
  }
}

function mapTip(tip: DocumentTip, change: (runs: Run[]) => Run[]): DocumentTip {
  return { ...tip, lines: tip.lines.map(change) }
}
