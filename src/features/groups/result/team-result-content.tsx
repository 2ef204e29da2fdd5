import type { JSX } from 'preact'
import { versionInWords } from '#words/verdict-words.ts'
import { placeOnPage } from './page-place.ts'
import { TeamClusters } from './team-clusters.tsx'
import { TeamHighlights } from './team-highlights.tsx'
import type { TeamResult } from './team-result.ts'
import { TeamRoles } from './team-roles.tsx'
import { TeamStatements } from './team-statements.tsx'
import { type Download, TeamTalk } from './team-talk.tsx'
import { TeamTrendPart } from './team-trend-part.tsx'
import { TeamVerdict } from './team-verdict.tsx'
import { toldParts } from './told-parts.ts'
import { WhyNotMore } from './why-not-more.tsx'

/**
 * What a group was told, on a page. As an example it stands under a heading of the second level of another page, and
 * nothing of it can be taken along. `own` is for the eyes of the viewer: it goes to the statements and nowhere else.
 */
export function TeamResultContent({
  downloads = [],
  isExample = false,
  own,
  ...shared
}: TeamResult & { downloads?: Download[]; isExample?: boolean }): JSX.Element {
  const place = placeOnPage(isExample)
  const told = toldParts(shared)
  return (
    <div class={isExample ? 'stack-large' : 'wrap page stack-large'}>
      <TeamVerdict told={told} place={place} isExample={isExample} />
      <TeamHighlights told={told} place={place} />
      <TeamClusters told={told} place={place} />
      <TeamRoles told={told} place={place} />
      <TeamTrendPart told={told} place={place} />
      <TeamStatements told={told} place={place} own={own} isFolded={isExample} />
      <WhyNotMore least={shared.round.least} place={place} />
      {!isExample && <TeamTalk told={told} downloads={downloads} />}
      {!isExample && <p class="small muted">{versionInWords(shared.instrument)}</p>}
    </div>
  )
}
