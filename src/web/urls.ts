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
  library: address('/bibliotheek'),
  libraryEntry: address('/bibliotheek/:entry'),
  libraryChapter: address('/bibliotheek/:entry/:chapter'),
  scans: address('/scans'),
  resume: address('/scans/hervatten'),
  scan: address('/scans/:scan'),
  scanBackground: address('/scans/:scan/achtergrond'),
  scanAnswer: address('/scans/:scan/antwoorden/:statement'),
  scanCheck: address('/scans/:scan/controle'),
  scanFinish: address('/scans/:scan/afronden'),
  scanReopen: address('/scans/:scan/heropenen'),
  scanResumeCode: address('/scans/:scan/hervatcode'),
  scanErase: address('/scans/:scan/wissen'),
  scanResult: address('/scans/:scan/resultaat'),
  scanCluster: address('/scans/:scan/:cluster'),
  asset: address('/assets/:version/:file'),
  live: address('/livez'),
  ready: address('/readyz'),
  securityContact: address('/.well-known/security.txt'),
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
