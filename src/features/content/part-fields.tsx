import type { JSX } from 'preact'
import { checkContent } from '#domain/check-content.ts'
import { EXPLANATION_WORDS } from '#domain/check-texts.ts'
import type { ContentPlace } from '#domain/content-tree.ts'
import { type TextKind, textAt, textKindAt } from '#domain/editable-text.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { EditField } from '#ui/edit-field.tsx'
import { placeInWords } from '#words/content-place-words.ts'
import { problemInWords } from '#words/problem-words.ts'
import { type Part, placesOfPart } from './parts.ts'
import { remarksAt, remarksOnStructure } from './remarks.ts'
import { TipSettingsLines } from './tip-settings-lines.tsx'
import { fieldName, LANGUAGE, type UnkeptText } from './typed-texts.ts'

/** The texts of a part, each with what is to be said about it. */
export function PartFields({
  content,
  draft,
  part,
  unkept,
}: {
  content: PublishedInstrument
  draft: string
  part: Part
  unkept: readonly UnkeptText[]
}): JSX.Element {
  const findings = checkContent(content)
  const cluster = content.structure.clusters.find(({ statements }) =>
    statements.some((one) => part.kind === 'statement' && one.id === part.id),
  )
  const onStructure =
    part.kind === 'statement' && cluster
      ? remarksOnStructure(findings, ['structure', 'clusters', cluster.id, 'statements', part.id])
      : []
  return (
    <>
      {onStructure.length > 0 && (
        <ul class="remarks">
          {onStructure.map((finding) => (
            <li key={finding.problem}>{problemInWords(finding)}</li>
          ))}
        </ul>
      )}
      {placesOfPart(content, part, LANGUAGE).map((place) => {
        const name = fieldName(place)
        const typed = unkept.find((one) => fieldName(one.place) === name)
        const stored = textAt(content, place)
        const kind = textKindAt(content, place)
        const tip = place[2] === 'statements' && place[4] === 'tips' ? place[5] : undefined
        return (
          <div class="stack-small" key={name}>
            <EditField
              name={name}
              label={labelOf(content, place)}
              hint={hintFor(place, kind)}
              value={typed?.text ?? stored}
              was={stored}
              remarks={remarksAt(content, findings, place)}
              stored={typed?.stored}
              isLine={kind === 'line'}
              language={LANGUAGE}
            />
            {tip && <TipSettingsLines content={content} draft={draft} tip={tip} />}
          </div>
        )
      })}
    </>
  )
}

/** Without the part that stands above the page already. */
function labelOf(content: PublishedInstrument, place: ContentPlace): string {
  const words = placeInWords(content, place)
  const isLong = place[2] === 'statements' || place[2] === 'clusters' || place.length === 3
  const label = isLong ? words.slice(words.indexOf(': ') + 2) : words
  return label.charAt(0).toUpperCase() + label.slice(1)
}

function hintFor(place: ContentPlace, kind: TextKind | null): string | undefined {
  const name = place.at(-1)
  if (place[2] === 'statements' && name === 'explanation') {
    return `${EXPLANATION_WORDS.least} tot ${EXPLANATION_WORDS.most} woorden: wat het is, waarom het telt en waaraan je het ziet.`
  }
  if (place[2] === 'statements' && name === 'topic') return 'Twee tot zes woorden, voor in lijsten.'
  if (name === 'strength') return 'Komt achter “Sterk in …:”. Begin klein en zet er geen punt achter.'
  if (name === 'growth')
    return 'Komt achter “De meeste ruimte zit in …:”. Begin klein en zet er geen punt achter.'
  if (kind === 'paragraphs') return 'Laat een regel wit tussen twee alinea’s.'
  if (kind === 'optional') return 'Mag leeg blijven.'
  return undefined
}
