import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { showAccessibility } from './accessibility-page.tsx'
import { showColophon } from './colophon-page.tsx'
import { showContact } from './contact-page.tsx'
import { sendExplained, sendInstrument, sendStatements, sendTips } from './documents/send.ts'
import { showHome } from './home-page.tsx'
import { showInstrument } from './instrument-page.tsx'
import { showInstruments } from './instruments-page.tsx'
import { showMoreInformation } from './more-information-page.tsx'
import { showPrivacy } from './privacy-page.tsx'
import { showStatements } from './statements-page.tsx'

/** Everything that can be read before anybody starts. */
export function informationRoutes(router: Router): void {
  router.get(urls.home.pattern, showHome)
  router.get(urls.moreInformation.pattern, showMoreInformation)
  router.get(urls.privacy.pattern, showPrivacy)
  router.get(urls.accessibility.pattern, showAccessibility)
  router.get(urls.colophon.pattern, showColophon)
  router.get(urls.contact.pattern, showContact)
  router.get(urls.instruments.pattern, showInstruments)
  router.get(urls.instrument.pattern, showInstrument)
  router.get(urls.statements.pattern, showStatements)
  router.get(urls.statementsPdf.pattern, sendStatements)
  router.get(urls.explainedPdf.pattern, sendExplained)
  router.get(urls.tipsPdf.pattern, sendTips)
  router.get(urls.instrumentFile.pattern, sendInstrument)
}
