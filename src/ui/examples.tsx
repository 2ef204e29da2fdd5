import type { ComponentExamples } from './examples/component-examples.ts'
import { contentExamples } from './examples/content.tsx'
import { controlExamples } from './examples/controls.tsx'
import { frameExamples } from './examples/frame.tsx'
import { libraryExamples } from './examples/library.tsx'
import { listExamples } from './examples/lists.tsx'
import { resultExamples } from './examples/result.tsx'
import { roomExamples } from './examples/room.tsx'
import { statementExamples } from './examples/statement.tsx'
import { teamExamples } from './examples/team.tsx'
import { trendExamples } from './examples/trend.tsx'

/**
 * Every component in its states: what the components page shows and what the tests check. All of them
 * stand on one page: ids and names of fields occur once.
 */
export const examples: ComponentExamples[] = [
  ...frameExamples,
  ...controlExamples,
  ...statementExamples,
  ...listExamples,
  ...libraryExamples,
  ...resultExamples,
  ...trendExamples,
  ...teamExamples,
  ...roomExamples,
  ...contentExamples,
]
