import type { JSX } from 'preact'
import type { DocumentState } from '#platform/documents.ts'
import { ButtonLink } from '#ui/button.tsx'
import { counted } from '#words/dutch.ts'

/** Where somebody came from, and what else can be had without waiting. */
export type DocumentWay = {
  back: { label: string; href: string }
  others: { label: string; href: string }[]
}

/** How many come first and how long that takes, or that it is there. */
export function stateInWords(state: DocumentState): string {
  switch (state.kind) {
    case 'made':
      return 'Je document is klaar. Staat het niet bij je downloads? Gebruik dan de knop.'
    case 'waiting': {
      const others = state.ahead - 1
      const before =
        others === 0
          ? 'Je bent aan de beurt.'
          : `Er ${others === 1 ? 'gaat' : 'gaan'} nog ${counted(others, 'document', 'documenten')} voor.`
      return `Het duurt nog ongeveer ${counted(state.seconds, 'seconde', 'seconden')}. ${before}`
    }
    case 'full':
      return 'Het is nu druk. We proberen het steeds opnieuw.'
    case 'failed':
      return 'Dit document lukt nu niet.'
  }
}

/** The script keeps the words up to date; the button does without it. */
export function DocumentWaiting({
  text,
  address,
  back,
}: DocumentWay & { text: string; address: string }): JSX.Element {
  return (
    <div class="wrap page stack narrow">
      <h1>Je document wordt gemaakt</h1>
      <p class="lead" role="status" data-document={address}>
        {text}
      </p>
      <p>Je hoeft niets over te doen. Het document blijft een minuut voor je klaarstaan.</p>
      <div class="buttons">
        <ButtonLink href={address}>Haal het document op</ButtonLink>
        <ButtonLink quiet href={back.href}>
          {back.label}
        </ButtonLink>
      </div>
    </div>
  )
}

export function DocumentsFull({ address, back, others }: DocumentWay & { address: string }): JSX.Element {
  return (
    <div class="wrap page stack narrow">
      <h1>Het is nu druk</h1>
      <p class="lead">
        Veel mensen vragen tegelijk om een document. Daarom maken we het jouwe nu niet. Er is niets kwijt.
      </p>
      <p>Probeer het over een minuut opnieuw.</p>
      <OtherForms others={others} />
      <div class="buttons">
        <ButtonLink href={address}>Probeer het opnieuw</ButtonLink>
        <ButtonLink quiet href={back.href}>
          {back.label}
        </ButtonLink>
      </div>
    </div>
  )
}

export function DocumentFailed({ back, others }: DocumentWay): JSX.Element {
  return (
    <div class="wrap page stack narrow">
      <h1>Dit document lukt nu niet</h1>
      <p class="lead">Dit ligt niet aan jou. Wat je invulde is bewaard.</p>
      <p>Je kunt de pagina zelf printen, of als PDF bewaren vanuit je browser.</p>
      <OtherForms others={others} />
      <div class="buttons">
        <ButtonLink href={back.href}>{back.label}</ButtonLink>
      </div>
    </div>
  )
}

function OtherForms({ others }: Pick<DocumentWay, 'others'>): JSX.Element | null {
  if (others.length === 0) return null
  return (
    <>
      <p>Dit kun je meteen krijgen:</p>
      <ul>
        {others.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
