import { Hono } from 'hono'
import type { Letter, MailRequest } from '#domain/letter.ts'
import { ACCOUNT_LETTERS } from '#features/account/letters.ts'
import { accountRoutes } from '#features/account/routes.tsx'
import { comparisonRoutes } from '#features/comparison/routes.tsx'
import { componentRoutes } from '#features/components/routes.tsx'
import { contentRoutes } from '#features/content/routes.ts'
import { GROUP_LETTERS } from '#features/groups/letters.ts'
import { groupRoutes } from '#features/groups/routes.ts'
import { healthRoutes } from '#features/health/routes.ts'
import { informationRoutes } from '#features/information/routes.tsx'
import { libraryRoutes } from '#features/library/routes.tsx'
import { operationRoutes } from '#features/operation/routes.tsx'
import { PLAN_LETTERS } from '#features/plan/letters.ts'
import { planRoutes } from '#features/plan/routes.ts'
import { resultRoutes } from '#features/results/routes.tsx'
import { scanRoutes } from '#features/scan/routes.tsx'
import { trendRoutes } from '#features/trend/routes.tsx'
import { assetRoutes } from '#web/assets.ts'
import { limitedBody } from '#web/body.ts'
import { answerFailure, refuse } from '#web/errors.tsx'
import type { Environment, House } from '#web/house.ts'
import type { Desk } from '#web/letter-writer.ts'
import { refuseOtherMethods } from '#web/methods.ts'
import { requestLog } from '#web/request-log.ts'
import { sameOriginOnly, securityHeaders } from '#web/security.ts'

export { CONTENT_NEWS } from '#features/content/publish-draft.ts'
export { draftsDue, publishPlanned } from '#features/content/publish-due.ts'
export { closeRound } from '#features/groups/close-round.ts'
export { remind } from '#features/groups/remind.ts'
export { remindOfPlans, whomToRemindOfPlans } from '#features/plan/remind.ts'

/** The table of contents: what every request passes, then everything that a visitor can do. */
export function createApp(house: House): Hono<Environment> {
  const app = new Hono<Environment>({ strict: true })
  app.use(async (c, next) => {
    c.set('house', house)
    await next()
  })
  app.use(requestLog, securityHeaders, sameOriginOnly, limitedBody)

  assetRoutes(app)
  healthRoutes(app)
  informationRoutes(app)
  libraryRoutes(app)
  accountRoutes(app)
  operationRoutes(app)
  contentRoutes(app)
  resultRoutes(app)
  trendRoutes(app)
  groupRoutes(app)
  planRoutes(app)
  comparisonRoutes(app)
  scanRoutes(app)
  if (house.site.showsComponents) componentRoutes(app)

  refuseOtherMethods(app)
  app.notFound((c) => refuse(c, 404))
  app.onError(answerFailure)
  return app
}

/** Writes the letter that was asked for, at the moment that it is sent. Null when there is nothing to say any more. */
export function writeLetter(desk: Desk, request: MailRequest): Promise<Letter | null> {
  const write = { ...ACCOUNT_LETTERS, ...GROUP_LETTERS, ...PLAN_LETTERS }[request.kind]
  return write(desk, request)
}
