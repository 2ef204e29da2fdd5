import type { Token } from './tokenize.ts'

/** An operator with what stands before it (ISO 32000-1, 7.8.2). */
export type Operation = { operator: string; operands: Token[] }

/**
 * What paints: text (9.4.3), paths (8.5.3.1), shadings (8.7.4.2) and images in the stream (8.9.7). `Do` paints
 * too when it draws an image.
 */
export const PAINTING = new Set([
  ...['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'BI'],
])

export function readOperations(tokens: Token[]): Operation[] {
  const operations: Operation[] = []
  let operands: Token[] = []
  for (const token of tokens) {
    if (token.kind !== 'operator' || CONSTANTS.has(token.name)) operands.push(token)
    else {
      operations.push({ operator: token.name, operands })
      operands = []
    }
  }
  return operations
}

const CONSTANTS = new Set(['true', 'false', 'null'])
