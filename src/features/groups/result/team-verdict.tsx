import type { JSX } from 'preact'
import { levelsOf } from '#domain/instrument.ts'
import { tickOf } from '#ui/answer-mark.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { LevelSummary } from '#ui/level-summary.tsx'
import { Rungs } from '#ui/rungs.tsx'
import { Runs } from '#ui/runs.tsx'
import { TickGrid } from '#ui/tick-grid.tsx'
import { roundInWords, teamVerdictWords } from '#words/team-verdict-words.ts'
import { bandInWords, nearestLevel, peopleInWords } from '#words/team-words.ts'
import type { PagePlace } from './page-place.ts'
import type { ToldParts } from './told-parts.ts'

/** Words first: where the group stands as a whole, its strongest side and where there is room. */
export function TeamVerdict({
  told,
  place,
  isExample,
}: {
  told: ToldParts
  place: PagePlace
  isExample: boolean
}): JSX.Element {
  const { group, instrument, round, release, reading } = told
  const { heading, lead, text, figures } = teamVerdictWords(instrument, release.figures, reading)
  const kicker = isExample ? 'Voorbeeld met verzonnen antwoorden' : roundInWords(round)
  return (
    <LevelSummary
      level={null}
      levels={levelsOf(instrument).length}
      picture={<Picture told={told} />}
      kicker={`${kicker} · ${peopleInWords(release.figures.people)}`}
      heading={group.name}
      headingLevel={place.title}
    >
      <p class="lead">
        <Runs runs={[...heading, { text: '.' }]} />
      </p>
      {lead && (
        <p>
          <Runs runs={lead} />
        </p>
      )}
      <p>{text}</p>
      <p class="muted">{figures}</p>
      <p class="panel print-hidden">
        Niemand ziet wie wat koos. <a href={`#${place.prefix}waarom`}>Waarom zie ik niet meer?</a>
      </p>
      {!isExample && (
        <div class="buttons print-hidden">
          <ButtonLink href="#opvallend">Bekijk wat opvalt</ButtonLink>
          <ButtonLink quiet href="#neem-mee">
            Neem het mee
          </ButtonLink>
        </div>
      )}
    </LevelSummary>
  )
}

/** The rungs of the whole; of a checklist every point as the group sees it. */
function Picture({ told: { instrument, release, reading } }: { told: ToldParts }): JSX.Element {
  const levels = levelsOf(instrument).length
  if (instrument.kind === 'levels') {
    const { total } = release.figures
    return (
      <Rungs
        level={nearestLevel(instrument, total)}
        levels={levels}
        label={`Samen: ${bandInWords(instrument, total)}`}
      />
    )
  }
  const ticks = reading.clusters
    .flatMap(({ statements }) => statements)
    .map(({ told }) => nearestLevel(instrument, told.mean))
    .sort((one, other) => (other ?? 0) - (one ?? 0))
  return (
    <TickGrid
      ticks={ticks.map((level) => tickOf(level, levels))}
      label="Elk vakje is een punt, zoals jullie het samen zien"
    />
  )
}
