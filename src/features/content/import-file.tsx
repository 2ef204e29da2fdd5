import { writeAudit } from '#database/audit.ts'
import { createDraft, rememberEditor } from '#database/drafts.ts'
import type { Finding } from '#domain/finding.ts'
import { readBundle } from '#domain/instrument-bundle.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary, type ListedError } from '#ui/error-summary.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { readYaml } from '#web/read-yaml.ts'
import { requirePermission } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { problemInWords } from '#words/problem-words.ts'
import { findCurrent } from './require-draft.ts'

const FIELD = 'bestand'
/** So many things that are wrong are told at once: with the first ones mended, the rest often goes. */
const MOST_TOLD = 20

/** Takes in a file of an instrument as a draft, to look at and publish as any other. */
export function showImport(c: RequestContext): Promise<Response> {
  return requirePermission(c, 'edit-content', async () => {
    const current = await findCurrent(c.get('house'), c.req.param('instrument') ?? '')
    return current ? importPage(c, current, '', []) : refuse(c, 404)
  })
}

export function answerImport(c: RequestContext): Promise<Response> {
  return requirePermission(c, 'edit-content', async ({ account }) => {
    const { db, secrets, clock, ...house } = c.get('house')
    const form = await readFields(c, [FIELD])
    if (!form) return refuse(c, 400)
    const current = await findCurrent({ db, ...house }, c.req.param('instrument') ?? '')
    if (!current) return refuse(c, 404)
    const text = form.get(FIELD) ?? ''
    const reading = readBundle(readYaml('bestand', text))
    if ('findings' in reading) return importPage(c, current, text, reading.findings.map(inWords))
    if (reading.content.structure.id !== current.structure.id) {
      const error = `Dit bestand is van een ander instrument: ${reading.content.structure.id}.`
      return importPage(c, current, text, [{ text: error, href: `#${FIELD}` }])
    }
    const id = secrets.createId()
    const at = clock()
    const { id: instrument, version: baseVersion, history } = current.structure
    const { version } = reading.content.structure
    // The number and the history follow from publishing, whatever the file says of them.
    const structure = { ...reading.content.structure, version: baseVersion, history }
    await db.transaction().execute(async (trx) => {
      await createDraft(trx, {
        id,
        instrument,
        baseVersion,
        title: `Uit een bestand van versie ${version}`,
        content: { ...reading.content, structure },
        conflicts: [],
        shippedVersion: null,
        at,
      })
      await rememberEditor(trx, id, account.id)
      const about = { draft: id, instrument, version }
      await writeAudit(trx, { at, address: account.address, action: 'draft-imported', about })
    })
    return c.redirect(urls.draft.to({ draft: id }), 303)
  })
}

function inWords({ line, known, problem, place }: Finding): ListedError {
  const where = place && place.length > 0 ? ` (${place.join(' › ')})` : ''
  return { text: `Regel ${line}${where}: ${problemInWords({ known, problem })}`, href: `#${FIELD}` }
}

function importPage(
  c: RequestContext,
  current: PublishedInstrument,
  text: string,
  errors: ListedError[],
): Response {
  const { id } = current.structure
  const name = current.texts.nl?.shortTitle ?? id
  const title = 'Een bestand inlezen'
  const more = errors.length - MOST_TOLD
  return page(
    c,
    {
      title: errors.length > 0 ? `Let op: ${title}` : title,
      section: 'account',
      scripts: ['file-field.js'],
      status: errors.length > 0 ? 400 : 200,
    },
    <div class="wrap page stack narrow">
      <Breadcrumbs
        items={[
          { label: 'Inhoud', href: urls.content.to() },
          { label: name, href: urls.contentVersions.to({ instrument: id }) },
        ]}
        current={title}
      />
      {errors.length > 0 && (
        <ErrorSummary
          title="Dit bestand klopt nog niet"
          kept="Er is niets veranderd. Het bestand staat nog in het veld."
          errors={[
            ...errors.slice(0, MOST_TOLD),
            ...(more > 0 ? [{ text: `En nog ${more} andere dingen.`, href: `#${FIELD}` }] : []),
          ]}
        />
      )}
      <h1>{title}</h1>
      <p class="lead">
        Heb je een versie als bestand, van hier of van een collega? Dan wordt het een wijziging. Je ziet eerst
        wat er anders is. Daarna publiceer je, of gooi je weg.
      </p>
      <form method="post" action={urls.contentImport.to({ instrument: id })} class="stack">
        <TextAreaField
          name={FIELD}
          label="De inhoud van het bestand"
          hint="Open het bestand, kies alles, en plak het hier."
          value={text}
          rows={12}
        />
        <div class="buttons">
          <Button>Lees in</Button>
          <ButtonLink quiet href={urls.contentVersions.to({ instrument: id })}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
    </div>,
  )
}
