import type { JSX } from 'preact'
import { isDead, type LinkCheck } from '#domain/link-check.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { dutchDate } from '#words/dutch.ts'

/** The way to somebody else's page; when that page is gone, what to search for instead of a dead end. */
export function WayOut({
  link,
  check,
  searchFor,
}: {
  link: string
  check: LinkCheck | undefined
  searchFor: string
}): JSX.Element {
  if (!check || !isDead(check)) {
    return (
      <p>
        <ButtonLink href={link}>{`Ga naar ${hostOf(link)}`}</ButtonLink>
      </p>
    )
  }
  return (
    <Notice kind="pencil">
      <p>
        {`De pagina waarnaar we verwezen, is er niet meer. Dat zagen we voor het eerst op ${dutchDate(check.firstFailedAt ?? check.checkedAt)}.`}
      </p>
      <p>{`Zo vind je hem misschien toch: zoek op ${searchFor}.`}</p>
      <p class="small muted">{`Het oude adres was ${link}`}</p>
    </Notice>
  )
}

function hostOf(link: string): string {
  return new URL(link).hostname.replace(/^www\./, '')
}
