import { findProfile, listOrganisations, type Profile, saveProfile } from '#database/accounts.ts'
import { ORGANISATION_LENGTH, profileChoices, SUGGESTED_FROM } from '#domain/profile.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireAccount } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { formPage } from './form-page.tsx'

export function showProfile(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ account }) => {
    const { db } = c.get('house')
    return profilePage(c, await findProfile(db, account.id), await listOrganisations(db, SUGGESTED_FROM))
  })
}

export function answerProfile(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ account }) => {
    const form = await readFields(c, ['functie', 'organisatie', 'soort'])
    if (!form) return refuse(c, 400)
    const { db, catalogue } = c.get('house')
    const { roles, organisationKinds } = profileChoices(catalogue.current)
    const role = form.get('functie') || null
    const organisationKind = form.get('soort') || null
    const organisation = (form.get('organisatie') ?? '').replace(/\s+/g, ' ').trim()
    const isKnown = (choices: { id: string }[], id: string | null) =>
      id === null || choices.some((choice) => choice.id === id)
    if (!isKnown(roles, role) || !isKnown(organisationKinds, organisationKind)) return refuse(c, 400)
    const profile = { role, organisation, organisationKind }
    if (organisation.length > ORGANISATION_LENGTH) {
      const error = `De naam is te lang. Gebruik hooguit ${ORGANISATION_LENGTH} tekens.`
      return profilePage(c, profile, await listOrganisations(db, SUGGESTED_FROM), error)
    }
    await saveProfile(db, account.id, profile)
    return c.redirect(`${urls.account.to()}?bewaard=profiel`, 303)
  })
}

function profilePage(
  c: RequestContext,
  { role, organisation, organisationKind }: Profile,
  suggestions: string[],
  error?: string,
): Response {
  const { roles, organisationKinds } = profileChoices(c.get('house').catalogue.current)
  const open = { value: '', label: 'Zeg ik liever niet' }
  const toOption = ({ id, label }: { id: string; label: string }) => ({ value: id, label })
  return formPage(
    c,
    {
      title: 'Je profiel',
      lead: 'Alles hier mag leeg blijven. Niemand anders ziet je profiel.',
      ...(error && { errors: [{ text: error, href: '#organisatie' }] }),
    },
    <form method="post" action={urls.accountProfile.to()} class="stack" novalidate>
      <SelectField
        name="functie"
        label="Je functie"
        hint="Waarvoor: een nieuwe scan weet dan al welke tips bij je passen. Je hoeft het niet steeds in te vullen."
        options={[open, ...roles.map(toOption)]}
        chosen={role ?? ''}
      />
      <SelectField
        name="soort"
        label="Waar je werkt"
        hint="Waarvoor: ook dit staat dan vast ingevuld bij een nieuwe scan."
        options={[open, ...organisationKinds.map(toOption)]}
        chosen={organisationKind ?? ''}
      />
      <TextField
        name="organisatie"
        label="Je organisatie"
        hint={`Waarvoor: alleen voor je eigen overzicht. Een naam die ${SUGGESTED_FROM} of meer mensen invullen, stellen we ook aan anderen voor. Wie die mensen zijn, zien ze niet.`}
        value={organisation}
        maxLength={ORGANISATION_LENGTH}
        autocomplete="organization"
        suggestions={suggestions}
        {...(error && { error })}
      />
      <div class="buttons">
        <Button>Bewaar mijn profiel</Button>
        <ButtonLink quiet href={urls.account.to()}>
          Ga terug
        </ButtonLink>
      </div>
    </form>,
  )
}
