import type { JSX } from 'preact'
import { ButtonLink } from '#ui/button.tsx'
import type { RequestContext } from '#web/house.ts'
import { withNext } from '#web/next-path.ts'
import { urls } from '#web/urls.ts'
import { formPage } from './form-page.tsx'

/** The organisation knows who it is, and we cannot go on with that. Each page says how to get there all the same. */
type Texts = { title: string; lead: string; content: JSX.Element }

export function addressTakenPage(c: RequestContext, address: string): Response {
  return personPage(c, {
    title: 'Je hebt al een account',
    lead: `Met ${address} is er al een account bij QuickScan. Dat account is nog niet gekoppeld aan je organisatie.`,
    content: (
      <>
        <ol class="stack-small">
          <li>Log eerst in met je wachtwoord.</li>
          <li>Kies daarna Koppel het account van je organisatie.</li>
          <li>Vanaf dan log je zo in.</li>
        </ol>
        <p>
          Zo weten we zeker dat beide accounts van jou zijn. Geen wachtwoord meer?{' '}
          <a href={urls.forgotPassword.to()}>Kies een nieuw wachtwoord</a>
        </p>
        <p class="buttons">
          <ButtonLink href={withNext(urls.signIn.to(), urls.accountOrganisation.to())}>
            Log in met je wachtwoord
          </ButtonLink>
        </p>
      </>
    ),
  })
}

export function noAddressPage(c: RequestContext): Response {
  return personPage(c, {
    title: 'We misten een e-mailadres',
    lead: 'Bij een account hoort een e-mailadres. Je organisatie gaf er geen door dat zij had gecontroleerd.',
    content: (
      <>
        <ol class="stack-small">
          <li>Maak eerst een account met je e-mailadres.</li>
          <li>Ga in je account naar het account van je organisatie en kies Koppel.</li>
          <li>Vanaf dan log je in met het account van je organisatie.</li>
        </ol>
        <p class="buttons">
          <ButtonLink href={urls.signUp.to()}>Maak een account</ButtonLink>
          <ButtonLink quiet href={withNext(urls.signIn.to(), urls.accountOrganisation.to())}>
            Ik heb al een account
          </ButtonLink>
        </p>
      </>
    ),
  })
}

/** After a proof by somebody whom this account is not linked to. */
export function otherPersonPage(c: RequestContext): Response {
  return personPage(c, {
    title: 'Dit is een ander account',
    lead: 'Je logde bij je organisatie in met een account dat niet bij dit account van QuickScan hoort.',
    content: (
      <>
        <p>Log bij je organisatie uit. Probeer het daarna opnieuw, met het goede account.</p>
        <p class="buttons">
          <ButtonLink href={urls.account.to()}>Naar mijn account</ButtonLink>
        </p>
      </>
    ),
  })
}

/** After linking somebody who is linked to another account. */
export function linkedElsewherePage(c: RequestContext): Response {
  return personPage(c, {
    title: 'Dit account is al gekoppeld',
    lead: 'Dit account van je organisatie hoort al bij een ander account van QuickScan.',
    content: (
      <>
        <p>
          Log uit en log in met het account van je organisatie. Dan zie je welk account het is. Daar kun je de
          koppeling weghalen.
        </p>
        <p class="buttons">
          <ButtonLink href={urls.account.to()}>Naar mijn account</ButtonLink>
        </p>
      </>
    ),
  })
}

function personPage(c: RequestContext, { title, lead, content }: Texts): Response {
  return formPage(c, { title, lead: `${lead} Er is niets veranderd.`, status: 400 }, content)
}
