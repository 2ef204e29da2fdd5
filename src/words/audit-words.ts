import type { AuditAction, AuditEntry, AuditSubject } from '#domain/audit.ts'
import type { Catalogue } from '#domain/catalogue.ts'

const ACTIONS: Record<AuditAction, (about: AuditSubject, title: string) => string> = {
  'draft-begun': (about, title) => `Begon een wijziging van ${title}, bij versie ${about.version}.`,
  'draft-changed': (about, title) => `Veranderde iets in een wijziging van ${title}: ${about.place}.`,
  'draft-merged': (about, title) => `Nam versie ${about.version} van ${title} over in een wijziging.`,
  'draft-imported': (_, title) => `Las een bestand in als wijziging van ${title}.`,
  'draft-removed': (_, title) => `Gooide een wijziging van ${title} weg.`,
  'version-published': (about, title) => `Publiceerde versie ${about.version} van ${title}.`,
  'version-planned': (about, title) => `Plande een nieuwe versie van ${title} voor ${about.at}.`,
  'version-plan-withdrawn': (_, title) => `Trok een geplande versie van ${title} in.`,
  'version-plan-failed': (about, title) =>
    `Een geplande versie van ${title} ging niet door: ${about.reason}.`,
  'permission-given': (about) => `Maakte ${about.to} ${ROLES[about.permission ?? ''] ?? about.permission}.`,
}

const ROLES: Record<string, string> = {
  participant: 'gewone deelnemer',
  'content-administrator': 'beheerder van de inhoud',
  'functional-administrator': 'functioneel beheerder',
}

/** A line of the log of what administrators did. */
export function auditInWords(
  { action, about }: Pick<AuditEntry, 'action' | 'about'>,
  catalogue: Catalogue,
): string {
  const instrument = about.instrument ?? ''
  return ACTIONS[action](about, catalogue.find(instrument)?.texts.shortTitle ?? instrument)
}
