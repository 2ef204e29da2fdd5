import { saveAnswers } from '#database/scans.ts'
import { answer } from '#domain/scan.ts'
import { parseSubmittedAnswer } from '#domain/submitted-answer.ts'
import { readJson } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { refuseMissing, scanIdIn } from '#web/require.ts'
import { viewerOf } from '#web/session.ts'
import { dutchTime } from '#words/dutch.ts'
import { changeScan } from './change-scan.ts'

/** One answer, saved while the participant goes on. 200 only after the database has it. */
export async function saveInBackground(c: RequestContext): Promise<Response> {
  const viewer = await viewerOf(c)
  const statement = c.req.param('statement') ?? ''
  const sent = parseSubmittedAnswer(statement, await readJson(c))
  const id = scanIdIn(c)
  if (!id) return refuse(c, 404)
  const house = c.get('house')
  const now = house.clock()
  const outcome = await changeScan(house, { id, viewer }, async (transaction, { scan, instrument }) => {
    if (!sent) return 'not-an-answer'
    if (scan.finishedAt) return 'finished'
    const merged = answer(instrument, scan.answers, [sent])
    if (merged.changes.length > 0) await saveAnswers(transaction, scan.id, merged.changes, now)
    return merged
  })

  if (outcome === 'gone') return refuseMissing(c)
  if (outcome === 'not-an-answer')
    return refuse(c, 400, 'Dit is geen antwoord op een stelling. Er is niets veranderd.')
  if (outcome === 'finished') return refuse(c, 409)
  const [refusal] = outcome.refusals
  if (refusal?.reason === 'changed-elsewhere') return answerConflict(c, refusal.stored)
  if (refusal?.reason === 'unknown-statement')
    return refuse(c, 404, 'Deze stelling hoort niet bij deze scan.')
  if (refusal?.reason === 'note-too-long')
    return refuse(c, 400, 'Je notitie is te lang. Maak de tekst korter.')
  if (refusal) return refuse(c, 400, 'Dit antwoord bestaat niet. Er is niets veranderd.')
  const stored = outcome.answers[statement] ?? { answer: null, note: '' }
  return c.json({ ...stored, savedAt: now.toISOString(), status: `Bewaard om ${dutchTime(now)}` })
}

function answerConflict(c: RequestContext, stored: { answer: string | null; note: string }): Response {
  const problem = {
    type: 'about:blank',
    title: 'In een ander venster is dit ook veranderd',
    status: 409,
    detail: 'Laad deze pagina opnieuw om te zien wat daar staat. Wat je hier typte is nog niet bewaard.',
    stored,
  }
  return c.body(JSON.stringify(problem), 409, { 'content-type': 'application/problem+json; charset=utf-8' })
}
