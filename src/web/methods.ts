import { refuse } from './errors.tsx'
import type { Router } from './house.ts'

/** A known address with a method that it does not have gets 405 with what it does have. Call it last. */
export function refuseOtherMethods(router: Router): void {
  const methods = new Map<string, Set<string>>()
  for (const { path, method } of router.routes) {
    if (method === 'ALL') continue
    const known = methods.get(path) ?? new Set()
    methods.set(path, known.add(method))
    if (method === 'GET') known.add('HEAD')
  }
  for (const [path, known] of methods) {
    router.all(path, (c) => {
      c.header('allow', [...known].sort().join(', '))
      return refuse(c, 405)
    })
  }
}
