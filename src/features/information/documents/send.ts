import { findInstrumentVersion, findPublicationDate } from '#database/instruments.ts'
import { parsePublishedInstrument } from '#domain/published-instrument.ts'
import type { Document } from '#ui/documents/document.ts'
import { answerDocument } from '#web/document-answer.tsx'
import { refuse } from '#web/errors.tsx'
import { answerYaml, fileNameOf } from '#web/file-answer.ts'
import type { RequestContext } from '#web/house.ts'
import { requireInstrument } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { wordsFor } from '#words/statement-words.ts'
import {
  explainedDocument,
  type InstrumentOf,
  statementsDocument,
  tipsDocument,
} from './instrument-documents.ts'

export const sendStatements = sender(statementsDocument, 'stellingen')
export const sendExplained = sender(explainedDocument, 'stellingen met toelichting')
export const sendTips = sender(tipsDocument, 'tips')

/** The instrument as data: its structure and its texts, as they were published. */
export function sendInstrument(c: RequestContext): Response | Promise<Response> {
  return requireInstrument(c, async ({ id, version, texts }) => {
    const found = await findInstrumentVersion(c.get('house').db, id, version)
    if (!found) return refuse(c, 404)
    c.header('cache-control', 'no-cache')
    return answerYaml(c, parsePublishedInstrument(found.content), {
      about: `${texts.title}, versie ${version}`,
      name: fileNameOf([id, version], 'yaml'),
    })
  })
}

/** Dated by the day of publication: the same version gives the same document, whenever it is asked for. */
function sender(build: (of: InstrumentOf, publishedAt: Date) => Document, what: string) {
  return (c: RequestContext): Response | Promise<Response> =>
    requireInstrument(c, async (instrument) => {
      const house = c.get('house')
      const { id, version } = instrument
      const publishedAt = await findPublicationDate(house.db, id, version)
      if (!publishedAt) return refuse(c, 404)
      return answerDocument(c, {
        document: build({ house, instrument }, publishedAt),
        name: fileNameOf([id, what, version], 'pdf'),
        isPublic: true,
        back: {
          label: `Terug naar alle ${wordsFor(instrument).more}`,
          href: urls.statements.to({ instrument: id }),
        },
        others: [],
      })
    })
}
