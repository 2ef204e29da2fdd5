import type { ComponentChildren } from 'preact'
import type { EmailAddress } from '#domain/email-address.ts'
import { parseEmailAddress } from '#domain/email-address.ts'
import type { MailKind } from '#domain/letter.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { askMail, refuseMail } from './ask-mail.ts'
import { formPage } from './form-page.tsx'

/** A page that asks for an address and sends a letter there. */
export type AddressQuestion = {
  kind: MailKind
  action: string
  title: string
  lead: string
  button: string
  /** What a browser may fill in: an address of this person, or the one that they sign in with here. */
  autocomplete: 'email' | 'username'
  below?: (c: RequestContext) => ComponentChildren
}

export const ADDRESS_ERROR = 'Vul je e-mailadres in zoals naam@organisatie.nl.'

export function showAddressQuestion(
  c: RequestContext,
  { action, title, lead, button, autocomplete, below }: AddressQuestion,
  { typed = '', error }: { typed?: string; error?: string } = {},
): Response {
  return formPage(
    c,
    { title, lead, ...(error && { errors: [{ text: error, href: '#adres' }] }) },
    <>
      <form method="post" action={action} class="stack" novalidate>
        <AddressField value={typed} autocomplete={autocomplete} {...(error && { error })} />
        <div class="buttons">
          <Button>{button}</Button>
        </div>
      </form>
      {below?.(c)}
    </>,
  )
}

/** Whatever address was given, the answer is the same page. */
export async function answerAddressQuestion(c: RequestContext, question: AddressQuestion): Promise<Response> {
  const form = await readFields(c, ['adres'])
  if (!form) return refuse(c, 400)
  const typed = (form.get('adres') ?? '').slice(0, 600)
  const address: EmailAddress | null = parseEmailAddress(typed)
  if (!address) return showAddressQuestion(c, question, { typed, error: ADDRESS_ERROR })
  if (!(await askMail(c, question.kind, address))) return refuseMail(c)
  return c.redirect(urls.mailSent.to(), 303)
}

export function AddressField({
  value = '',
  error,
  hint,
  label = 'E-mailadres',
  autocomplete = 'username',
}: {
  value?: string
  error?: string
  hint?: string
  label?: string
  autocomplete?: 'email' | 'username'
}) {
  return (
    <TextField
      name="adres"
      label={label}
      type="email"
      autocomplete={autocomplete}
      value={value}
      {...(hint && { hint })}
      {...(error && { error })}
    />
  )
}
