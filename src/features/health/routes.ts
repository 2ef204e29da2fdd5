import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'

/** For the host: is the process alive, can it do its work, whom to tell about a leak. */
export function healthRoutes(router: Router): void {
  router.get(urls.live.pattern, (c) => c.text('ok'))

  router.get(urls.ready.pattern, async (c) => {
    const { ping, log } = c.get('house')
    try {
      await ping()
      return c.text('ok')
    } catch (error) {
      log.warn({ err: error }, 'the database does not answer')
      return c.text('de database antwoordt niet', 503, { 'retry-after': '5' })
    }
  })

  router.get(urls.securityContact.pattern, (c) => {
    const { site, clock } = c.get('house')
    if (!site.contactEmail) return c.notFound()
    const expires = new Date(clock().getTime() + 180 * 24 * 60 * 60 * 1000)
    return c.text(
      [
        `Contact: mailto:${site.contactEmail}`,
        `Expires: ${expires.toISOString()}`,
        'Preferred-Languages: nl, en',
        '',
      ].join('\n'),
    )
  })
}
