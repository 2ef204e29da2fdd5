import { createAccount } from '#database/accounts.ts'
import { findMailProof, useMailProof } from '#database/mail-proofs.ts'
import { parseEmailAddress } from '#domain/email-address.ts'
import { Button } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { type AddressQuestion, answerAddressQuestion, showAddressQuestion } from './address-page.tsx'
import { enter } from './enter.ts'
import { formPage } from './form-page.tsx'
import { deadLinkPage, isToken, ProofFields } from './mail-link.tsx'
import { knownAbout, NewPasswordField, readNewPassword } from './new-password.tsx'
import { OrganisationButton } from './organisation-button.tsx'
import { OwnDeviceField } from './own-device.tsx'

const QUESTION: AddressQuestion = {
  kind: 'sign-up',
  action: urls.signUp.to(),
  title: 'Maak een account',
  lead: 'Met een account bewaar je je scans, doe je de scan later opnieuw en zie je wat er veranderde. Het is gratis.',
  button: 'Stuur mij een mail',
  autocomplete: 'email',
  below: (c) => (
    <>
      <OrganisationButton c={c} />
      <p>
        Heb je al een account? <a href={urls.signIn.to()}>Log in</a>
      </p>
    </>
  ),
}

export function showSignUp(c: RequestContext): Response {
  return showAddressQuestion(c, QUESTION)
}

export function askSignUp(c: RequestContext): Promise<Response> {
  return answerAddressQuestion(c, QUESTION)
}

/** Behind the link in the mail. Looking changes nothing: programs that read mail follow links too. */
export async function showConfirm(c: RequestContext): Promise<Response> {
  const { db, clock, secrets } = c.get('house')
  const token = c.req.query('bewijs') ?? ''
  const proof = isToken(token) && (await findMailProof(db, secrets.hash(token), 'sign-up', clock()))
  return proof ? confirmPage(c, token, proof.address) : deadLinkPage(c, urls.signUp.to())
}

/** Makes the account: the address is proven, and nothing of it stood here before. */
export async function confirmSignUp(c: RequestContext): Promise<Response> {
  const form = await readFields(c, ['bewijs', 'adres', 'wachtwoord', 'eigen-apparaat'])
  if (!form) return refuse(c, 400)
  const { db, clock, secrets, ...house } = c.get('house')
  const token = form.get('bewijs') ?? ''
  const now = clock()
  const tokenHash = secrets.hash(token)
  const proof = isToken(token) && (await findMailProof(db, tokenHash, 'sign-up', now))
  const address = proof && parseEmailAddress(proof.address)
  if (!proof || !address) return deadLinkPage(c, urls.signUp.to())

  const password = await readNewPassword(house, form.get('wachtwoord') ?? '', knownAbout(address.address))
  if (!password.ok) return confirmPage(c, token, proof.address, password.error)

  const id = secrets.createId()
  const outcome = await db.transaction().execute(async (trx) => {
    if (!(await useMailProof(trx, tokenHash, 'sign-up', now))) return 'used'
    const account = { ...address, id, passwordHash: password.hash, createdAt: now }
    return (await createAccount(trx, account)) ? 'created' : 'exists'
  })
  if (outcome !== 'created') return deadLinkPage(c, urls.signIn.to())
  return enter(c, { accountId: id, stays: form.get('eigen-apparaat') === 'ja', next: null, isNew: true })
}

function confirmPage(c: RequestContext, token: string, address: string, error?: string): Response {
  return formPage(
    c,
    {
      title: 'Kies een wachtwoord',
      lead: `Je adres ${address} klopt. Nog één stap, dan is je account klaar.`,
      ...(error && { errors: [{ text: error, href: '#wachtwoord' }] }),
    },
    <form method="post" action={urls.confirmSignUp.to()} class="stack" novalidate>
      <ProofFields token={token} address={address} />
      <NewPasswordField {...(error && { error })} />
      <OwnDeviceField />
      <div class="buttons">
        <Button>Maak mijn account</Button>
      </div>
    </form>,
  )
}
