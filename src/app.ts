import { Hono } from 'hono'
import { accountRoutes } from '#features/account/routes.tsx'
import { componentRoutes } from '#features/components/routes.tsx'
import { healthRoutes } from '#features/health/routes.ts'
import { informationRoutes } from '#features/information/routes.tsx'
import { libraryRoutes } from '#features/library/routes.tsx'
import { operationRoutes } from '#features/operation/routes.tsx'
import { resultRoutes } from '#features/results/routes.tsx'
import { scanRoutes } from '#features/scan/routes.tsx'
import { trendRoutes } from '#features/trend/routes.tsx'
import { assetRoutes } from '#web/assets.ts'
import { limitedBody } from '#web/body.ts'
import { answerFailure, refuse } from '#web/errors.tsx'
import type { Environment, House } from '#web/house.ts'
import { refuseOtherMethods } from '#web/methods.ts'
import { requestLog } from '#web/request-log.ts'
import { sameOriginOnly, securityHeaders } from '#web/security.ts'

export { writeLetter } from '#features/account/letters.ts'

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
  resultRoutes(app)
  trendRoutes(app)
  scanRoutes(app)
  if (house.site.showsComponents) componentRoutes(app)

  refuseOtherMethods(app)
  app.notFound((c) => refuse(c, 404))
  app.onError(answerFailure)
  return app
}
