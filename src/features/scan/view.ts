import type { AnswerRefusal, SubmittedAnswer } from '#domain/scan.ts'
import { urls } from '#web/urls.ts'

/** The same statements in two ways: all of a cluster on one page, or one at a time. */
export type View = { kind: 'page' } | { kind: 'step'; statement: string }

/** What was wrong with a form; everything else in it has been saved. */
export type Failure = {
  refusals: AnswerRefusal[]
  unknownFields: string[]
  saved: number
  sent: SubmittedAnswer[]
}

export function stepAddress(scan: string, cluster: string, statement: string): string {
  return `${urls.scanCluster.to({ scan, cluster })}?weergave=stap&stelling=${encodeURIComponent(statement)}`
}
