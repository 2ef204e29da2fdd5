import type { Draft } from '#domain/draft.ts'
import { type Obstacle, SUMMARY_LENGTH } from '#domain/publication.ts'
import type { ListedError } from '#ui/error-summary.tsx'
import { urls } from '#web/urls.ts'
import { placeInWords, statementInWords } from '#words/content-place-words.ts'
import { listed } from '#words/dutch.ts'
import { problemInWords } from '#words/problem-words.ts'
import { nameOfPart, partOfPlace } from './parts.ts'
import { MEANING_FIELD } from './typed-publication.ts'

/** What stands in the way, each with the way there. */
export function obstaclesInWords(draft: Draft, obstacles: readonly Obstacle[]): ListedError[] {
  return obstacles.flatMap((obstacle) => obstacleInWords(draft, obstacle))
}

function obstacleInWords(draft: Draft, obstacle: Obstacle): ListedError[] {
  const { content } = draft
  switch (obstacle.kind) {
    case 'nothing-changed':
      return [{ text: 'Er is niets veranderd.' }]
    case 'summary-length':
      return [
        {
          text: `Schrijf in ${SUMMARY_LENGTH.least} tot ${SUMMARY_LENGTH.most} tekens wat er veranderd is.`,
          href: '#samenvatting',
        },
      ]
    case 'undeclared':
      return [
        {
          text: `Zeg wat de verandering betekent bij ${listed(obstacle.statements.map((id) => statementInWords(content, id).toLowerCase()))}.`,
          href: `#${MEANING_FIELD}${obstacle.statements[0]}`,
        },
      ]
    case 'findings':
      return obstacle.findings.map((finding) => {
        const part = partOfPlace(content, finding.place)
        return {
          text: `${placeInWords(content, finding.place)}. ${problemInWords(finding)}`,
          ...(part && {
            href: `${urls.draftPart.to({ draft: draft.id, part: nameOfPart(part) })}#${finding.place.join('.')}`,
          }),
        }
      })
    case 'succession':
      return obstacle.problems.map((problem) => ({
        text: `Een code van vroeger staat nu voor iets anders. De controle zegt: ${problem}.`,
      }))
  }
}
