import type { JSX } from 'preact'
import { joinBrowserByResumeCode, setResumeCode } from '#database/resume-codes.ts'
import { normaliseResumeCode, RESUME_CODE_BYTES, resumeCodeFrom } from '#domain/resume-code.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readForm } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireScanOwner } from '#web/require.ts'
import { rememberBrowser } from '#web/session.ts'
import { urls } from '#web/urls.ts'

/** A new code for this scan, shown once: the database keeps only its hash. An older code stops working. */
export function makeResumeCode(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, async ({ scan }) => {
    const form = await readForm(c)
    if (!form || form.size > 0) return refuse(c, 400)
    const { db, secrets } = c.get('house')
    const code = resumeCodeFrom(secrets.randomBytes(RESUME_CODE_BYTES))
    await setResumeCode(db, scan.id, secrets.hash(code))
    return page(
      c,
      { title: 'Je hervatcode', section: 'scan' },
      <div class="wrap page stack narrow">
        <h1>Je hervatcode</h1>
        <p class="lead">Met deze code ga je verder op een ander apparaat.</p>
        <p class="code">{code}</p>
        <ol class="stack-small">
          <li>Schrijf de code over, of zet hem in je eigen notities. Je ziet hem maar één keer.</li>
          <li>Open op het andere apparaat deze website en kies Mijn scans.</li>
          <li>Typ daar de code. Hoofdletters en streepjes maken niet uit.</li>
        </ol>
        <p>
          Wie deze code heeft, ziet je antwoorden. Geef hem dus aan niemand. Een nieuwe code maakt de oude
          ongeldig.
        </p>
        <p>
          <ButtonLink href={urls.scan.to({ scan: scan.id })}>Terug naar je scan</ButtonLink>
        </p>
      </div>,
    )
  })
}

export function showResume(c: RequestContext): Response {
  return page(c, { title: 'Ga verder met je scan', section: 'scan' }, <ResumePage />)
}

/** The code travels in the body of a form and never in an address, where it would stay behind in logs. */
export async function resume(c: RequestContext): Promise<Response> {
  const form = await readForm(c)
  if (!form || [...form.keys()].some((name) => name !== 'code')) return refuse(c, 400)
  const typed = (form.get('code') ?? '').slice(0, 200)
  const code = normaliseResumeCode(typed)
  const { db, secrets } = c.get('house')
  const browser = code && rememberBrowser(c)
  const scan = code && browser ? await joinBrowserByResumeCode(db, secrets.hash(code), browser) : undefined
  if (scan) return c.redirect(urls.scan.to({ scan }), 303)
  const error = code
    ? 'Deze code kennen we niet. Misschien is er later een nieuwe code gemaakt, of is de scan gewist.'
    : 'Een hervatcode heeft 24 letters en cijfers. Kijk of je er een mist.'
  return page(
    c,
    { title: 'Let op: Ga verder met je scan', section: 'scan', status: 400 },
    <ResumePage error={error} typed={typed} />,
  )
}

function ResumePage({ error, typed }: { error?: string; typed?: string }): JSX.Element {
  return (
    <div class="wrap page stack narrow">
      {error && (
        <ErrorSummary
          title="We vonden geen scan"
          kept="Er is niets veranderd. Wat je typte staat er nog."
          errors={[{ text: error, href: '#code' }]}
        />
      )}
      <h1>Ga verder met je scan</h1>
      <p class="lead">Typ de hervatcode die je op je andere apparaat maakte.</p>
      <form method="post" action={urls.resume.to()} class="stack">
        <TextField
          name="code"
          label="Hervatcode"
          hint="Zes groepjes van vier, zoals 7K2M-…"
          value={typed ?? ''}
          autocomplete="off"
          {...(error && { error })}
        />
        <div class="buttons">
          <Button>Ga verder</Button>
        </div>
      </form>
    </div>
  )
}
