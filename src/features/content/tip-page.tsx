import {
  changeTip,
  type Edit,
  type EditRefusal,
  findTip,
  removeTip,
  type TipSettings,
} from '#domain/edit-tips.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { refuseMissing } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { statementInWords, tipInWords } from '#words/content-place-words.ts'
import { capitalised } from '#words/dutch.ts'
import { changeDraft } from './change-draft.ts'
import { DraftBreadcrumbs } from './draft-breadcrumbs.tsx'
import { nameOfPart } from './parts.ts'
import { type DraftVisit, requireDraft } from './require-draft.ts'
import { readTipBefore, readTipSettings, TipSettingsFields, tipFields } from './tip-form.tsx'

export function showTip(c: RequestContext): Promise<Response> {
  return requireDraft(c, (visit) => {
    const found = findTip(visit.draft.content, c.req.param('tip') ?? '')
    return found ? tipPage(c, visit, found.tip.id, found.tip) : refuse(c, 404)
  })
}

export function answerTip(c: RequestContext): Promise<Response> {
  return requireDraft(c, async (visit) => {
    const { draft, account } = visit
    const tip = c.req.param('tip') ?? ''
    const found = findTip(draft.content, tip)
    if (!found) return refuse(c, 404)
    const form = await readFields(c, tipFields(draft.content))
    if (!form) return refuse(c, 400)
    const settings = readTipSettings(draft.content, form)
    const was = readTipBefore(form.get('was') ?? '')
    if (!settings || !was) return refuse(c, 400)
    const isRemoval = form.get('doe') === 'weg'
    const outcome = await changeDraft<Edit>(c.get('house'), { id: draft.id, account }, ({ content }) => {
      const edit = isRemoval ? removeTip(content, tip) : changeTip(content, tip, { was, settings })
      return edit.kind === 'changed'
        ? { content: edit.content, changed: [`tip ${tip}`], outcome: edit }
        : { outcome: edit }
    })
    if (outcome === 'gone') return refuseMissing(c)
    if (outcome.kind === 'refused') return tipPage(c, visit, tip, settings, outcome.reason)
    const part = nameOfPart({ kind: 'statement', id: found.statement })
    const done = isRemoval ? 'tip-weg' : 'bewaard'
    return c.redirect(`${urls.draftPart.to({ draft: draft.id, part })}?gelukt=${done}`, 303)
  })
}

const REFUSALS: Record<EditRefusal, string> = {
  'changed-meanwhile': 'Iemand anders veranderde deze tip ook. Bekijk eerst hoe het nu staat.',
  'no-such-tip': 'Deze tip is intussen weggehaald.',
  'no-such-answer': 'Een van de antwoorden bestaat niet meer.',
  'no-such-source': 'Een van de bronnen staat niet meer in de lijst.',
  'no-answer-chosen': 'Kies minstens één antwoord waar de tip bij hoort.',
  'last-tip': 'Dit is de laatste tip van deze stelling. Een stelling houdt er altijd één.',
}

function tipPage(
  c: RequestContext,
  { draft }: DraftVisit,
  tip: string,
  { fits, sources }: TipSettings,
  refusal?: EditRefusal,
): Response {
  const { content } = draft
  const found = findTip(content, tip)
  if (!found) return refuse(c, 404)
  const statement = statementInWords(content, found.statement)
  const title = `${capitalised(tipInWords(content, found.statement, tip))} van ${statement.toLowerCase()}`
  const part = nameOfPart({ kind: 'statement', id: found.statement })
  const back = urls.draftPart.to({ draft: draft.id, part })
  return page(
    c,
    { title: refusal ? `Let op: ${title}` : title, section: 'account', status: refusal ? 400 : 200 },
    <div class="wrap page stack-large narrow">
      <div class="stack-small">
        <DraftBreadcrumbs draft={draft} above={[{ label: statement, href: back }]} current={title} />
        {refusal && (
          <ErrorSummary
            title="Dit lukte niet"
            kept="Er is niets veranderd."
            errors={[{ text: REFUSALS[refusal], href: `#antwoord-${content.structure.answers[0]?.id}` }]}
          />
        )}
        <h1>{title}</h1>
        <p class="lead">
          {content.texts.nl?.statements[found.statement]?.tips[tip] || 'Deze tip heeft nog geen tekst.'}
        </p>
      </div>
      <form method="post" action={urls.draftTip.to({ draft: draft.id, tip })} class="stack">
        <TipSettingsFields content={content} fits={fits} sources={sources} />
        <input
          type="hidden"
          name="was"
          value={JSON.stringify({ fits: found.tip.fits, sources: found.tip.sources })}
        />
        <div class="buttons">
          <Button name="doe" value="bewaar">
            Bewaar
          </Button>
          <Button quiet name="doe" value="weg">
            Haal deze tip weg
          </Button>
          <ButtonLink quiet href={back}>
            Ga terug
          </ButtonLink>
        </div>
        <p class="small muted">
          Een tip die je weghaalt, blijft in oudere resultaten staan. Je kunt hem terugzetten door deze
          wijziging weg te gooien.
        </p>
      </form>
    </div>,
  )
}
