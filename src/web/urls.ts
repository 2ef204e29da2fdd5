/**
 * Every address of the application, declared once: the pattern that the router knows and the function
 * that makes a link. A snapshot test lists them all.
 */
export const urls = {
  home: address('/'),
  moreInformation: address('/meer-informatie'),
  privacy: address('/privacy'),
  accessibility: address('/toegankelijkheid'),
  colophon: address('/colofon'),
  contact: address('/contact'),
  instruments: address('/instrumenten'),
  instrument: address('/instrumenten/:instrument'),
  statements: address('/instrumenten/:instrument/stellingen'),
  statementsPdf: address('/instrumenten/:instrument/stellingen.pdf'),
  explainedPdf: address('/instrumenten/:instrument/stellingen-met-toelichting.pdf'),
  tipsPdf: address('/instrumenten/:instrument/tips.pdf'),
  instrumentFile: address('/instrumenten/:instrument/instrument.yaml'),
  library: address('/bibliotheek'),
  libraryEntry: address('/bibliotheek/:entry'),
  libraryChapter: address('/bibliotheek/:entry/:chapter'),
  scans: address('/scans'),
  resume: address('/scans/hervatten'),
  scanTrend: address('/scans/verloop/:instrument'),
  scan: address('/scans/:scan'),
  scanBackground: address('/scans/:scan/achtergrond'),
  scanAnswer: address('/scans/:scan/antwoorden/:statement'),
  scanCheck: address('/scans/:scan/controle'),
  scanFinish: address('/scans/:scan/afronden'),
  scanReopen: address('/scans/:scan/heropenen'),
  scanResumeCode: address('/scans/:scan/hervatcode'),
  scanErase: address('/scans/:scan/wissen'),
  scanAgain: address('/scans/:scan/opnieuw'),
  scanName: address('/scans/:scan/naam'),
  scanResult: address('/scans/:scan/resultaat'),
  scanResultPdf: address('/scans/:scan/resultaat.pdf'),
  scanResultText: address('/scans/:scan/resultaat.odt'),
  scanResultSheets: address('/scans/:scan/resultaat.ods'),
  scanResultCsv: address('/scans/:scan/resultaat.csv'),
  scanCluster: address('/scans/:scan/:cluster'),
  groups: address('/groepen'),
  newGroup: address('/groepen/nieuw'),
  group: address('/groepen/:group'),
  groupInvite: address('/groepen/:group/uitnodigen'),
  groupInvitations: address('/groepen/:group/uitnodigingen'),
  groupInvitation: address('/groepen/:group/uitnodigingen/:invitation'),
  groupLink: address('/groepen/:group/link'),
  groupRequest: address('/groepen/:group/aanvragen/:request'),
  groupRemind: address('/groepen/:group/herinneren'),
  groupClose: address('/groepen/:group/sluiten'),
  groupNextRound: address('/groepen/:group/ronde'),
  groupFillIn: address('/groepen/:group/invullen'),
  groupSend: address('/groepen/:group/insturen'),
  groupTakeBack: address('/groepen/:group/terugnemen'),
  groupLeave: address('/groepen/:group/verlaten'),
  groupRound: address('/groepen/:group/rondes/:round'),
  groupRoundPdf: address('/groepen/:group/rondes/:round/verslag.pdf'),
  groupRoundCsv: address('/groepen/:group/rondes/:round/cijfers.csv'),
  groupRoundSheets: address('/groepen/:group/rondes/:round/cijfers.ods'),
  groupPlan: address('/groepen/:group/plan'),
  groupPlanPdf: address('/groepen/:group/plan.pdf'),
  groupPlanText: address('/groepen/:group/plan.odt'),
  groupPlanCsv: address('/groepen/:group/plan.csv'),
  groupPlanCalendar: address('/groepen/:group/plan.ics'),
  groupNewAction: address('/groepen/:group/plan/nieuw'),
  groupAction: address('/groepen/:group/plan/:action'),
  invitation: address('/uitnodiging/:invitation'),
  joinByLink: address('/meedoen/:link'),
  comparisons: address('/vergelijken'),
  comparison: address('/vergelijken/:instrument'),
  comparisonJson: address('/vergelijken/:instrument/gegevens.json'),
  comparisonCsv: address('/vergelijken/:instrument/gegevens.csv'),
  signUp: address('/account/aanmelden'),
  confirmSignUp: address('/account/bevestigen'),
  signIn: address('/account/inloggen'),
  secondStep: address('/account/tweede-stap'),
  secondStepRecovery: address('/account/tweede-stap/herstelcode'),
  passkeyQuestion: address('/account/passkey-vraag'),
  passkeySignIn: address('/account/passkey-inloggen'),
  organisationSignIn: address('/account/organisatie'),
  organisationAnswer: address('/account/organisatie/terug'),
  signOut: address('/account/uitloggen'),
  forgotPassword: address('/account/wachtwoord-vergeten'),
  resetPassword: address('/account/nieuw-wachtwoord'),
  mailSent: address('/account/kijk-in-je-mail'),
  passwordStrength: address('/account/wachtwoord-sterkte'),
  prove: address('/account/ben-jij-het'),
  account: address('/account'),
  accountPassword: address('/account/wachtwoord'),
  accountAddress: address('/account/e-mailadres'),
  confirmAddress: address('/account/nieuw-e-mailadres'),
  accountSecurity: address('/account/beveiliging'),
  accountAuthenticator: address('/account/beveiliging/app'),
  accountRecoveryCodes: address('/account/beveiliging/herstelcodes'),
  accountPasskeys: address('/account/beveiliging/passkeys'),
  accountPasskeyQuestion: address('/account/beveiliging/passkeys/vraag'),
  accountPasskey: address('/account/beveiliging/passkeys/:passkey'),
  accountOrganisation: address('/account/beveiliging/organisatie'),
  accountProfile: address('/account/profiel'),
  accountSessions: address('/account/apparaten'),
  accountClaim: address('/account/scans-overnemen'),
  accountData: address('/account/gegevens'),
  accountDataFile: address('/account/gegevens.json'),
  accountErase: address('/account/wissen'),
  asset: address('/assets/:version/:file'),
  live: address('/livez'),
  ready: address('/readyz'),
  securityContact: address('/.well-known/security.txt'),
  operation: address('/beheer'),
  components: address('/componenten'),
} as const

type Names<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

export type Address<Pattern extends string = string> = {
  pattern: Pattern
  /** The link, with every value made safe for use in a path. */
  to: (...values: [Names<Pattern>] extends [never] ? [] : [Record<Names<Pattern>, string>]) => string
}

function address<const Pattern extends string>(pattern: Pattern): Address<Pattern> {
  return {
    pattern,
    to: (...values) => {
      const named: Record<string, string> = values[0] ?? {}
      return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? ''))
    },
  }
}
