import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { createApp } from '#src/app.ts'
import { type DishonestProvider, startDishonestProvider } from '#test/organisation-provider.ts'
import { dump, readCatalogue } from '#test/stores/personal-tables.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { urls } from '#web/urls.ts'
import { listRoutes, type Route } from './routes.ts'
import { send, type ValidRequest, validRequests } from './valid-requests.ts'

/** What somebody would like to fill in who wants to be more than they are. */
const WISHED = 'functional-administrator'
/** A page of answers keeps what is right of it, and says what is not. */
const KEEPS_WHAT_IS_RIGHT: Route['name'][] = ['scanCluster']
/** Say how strong a password is, or to which room a code belongs, and keep nothing. */
const CHANGES_NOTHING: Route['name'][] = ['passwordStrength', 'enterRoom']

/** From our own page, and without a page for an answer: that saves half of the time. */
const BRIEF = { origin: 'http://localhost', accept: 'application/json' }

describe('what is sent', () => {
  let app: TestApp
  let provider: DishonestProvider
  let requests: ReturnType<typeof validRequests>
  let routes: Route[]
  let names: string[]
  let everything: () => Promise<string[]>
  const prepared = new Map<Route['name'], { request: ValidRequest; moment: Date }>()

  beforeAll(async () => {
    provider = await startDishonestProvider({ sub: 'nr-1' })
    app = await startTestApp(await openTestDatabase('embedded'), {
      organisationSignIn: createOrganisationSignIn({ ...provider, allowInsecure: true }),
    })
    app.house.log.level = 'silent'
    requests = validRequests(app)
    routes = listRoutes(createApp(app.house)).filter(({ method }) => method !== 'GET')
    const catalogue = await readCatalogue(app.house.db)
    everything = () => dump(app.house.db, catalogue)
    const columns = [...new Set(catalogue.columns.map(({ column }) => column))]
    const others = ['isAdmin', 'ownerId', 'groupId', 'verifiedAt', 'completedAt', '__proto__', 'constructor']
    names = [...new Set([...columns, ...columns.map(camel), ...others])]
  }, 60_000)
  afterAll(async () => {
    await app.close()
    await provider.leave()
  })

  test('is tried at every address that takes something', () => {
    expect(Object.keys(requests).sort()).toEqual(routes.map(({ name }) => name).sort())
  })

  test('is refused with one field too many, whichever column of the database it names', async () => {
    const wrong: string[] = []
    let sent = 0
    for (const { name, method } of routes) {
      const about = `${method} ${urls[name].pattern}`
      const request = await prepare(name)
      if (KEEPS_WHAT_IS_RIGHT.includes(name)) await send(app, request)
      const before = await everything()
      for (const changed of withOneMore(request)) {
        const { status } = await send(app, request, { fields: changed.fields, headers: BRIEF })
        sent += 1
        if (status !== 400) wrong.push(`${about} with ${changed.name}: ${status}`)
      }
      const after = await everything()
      if (after.join() !== before.join()) wrong.push(`${about} changed something`)
      if (after.join().includes(WISHED)) wrong.push(`${about} kept what it should not know`)
    }
    console.log(
      `${routes.length} addresses, each with ${names.length} fields that they do not have: ${sent} requests, ${wrong.length} taken`,
    )
    expect(wrong).toEqual([])
  }, 120_000)

  test('control: without that field every one of them is taken, and what stands in the address adds nothing', async () => {
    const wrong: string[] = []
    const query = `?${new URLSearchParams(names.map((name) => [name, WISHED]))}`
    for (const { name, method } of routes) {
      const about = `${method} ${urls[name].pattern}`
      const request = await again(name)
      const before = await everything()
      const { status } = await send(app, request, { query })
      const after = await everything()
      if (status >= 400) wrong.push(`${about}: ${status}`)
      const isChanged = after.join() !== before.join()
      if (isChanged === CHANGES_NOTHING.includes(name)) wrong.push(`${about}: changed ${isChanged}`)
      if (after.join().includes(WISHED)) wrong.push(`${about} listened to its address`)
    }
    expect(wrong).toEqual([])
  }, 60_000)

  /** Made once, with the moment of its making: a proof or a code does not last until the next test. */
  async function prepare(name: Route['name']): Promise<ValidRequest> {
    const request = await requests[name]?.()
    if (!request) throw new Error(`say what a right request to ${urls[name].pattern} is`)
    prepared.set(name, { request, moment: app.house.clock() })
    return request
  }

  /** The same request, at its own moment; a new one when the first was taken already. */
  async function again(name: Route['name']): Promise<ValidRequest> {
    const found = prepared.get(name)
    if (!found || KEEPS_WHAT_IS_RIGHT.includes(name)) return prepare(name)
    app.setClock(found.moment.toISOString())
    return found.request
  }

  /** The same fields and one more, for every name; in JSON also one level deeper. */
  function withOneMore({ fields, method }: ValidRequest) {
    const known = Object.keys(fields)
    const added = names
      .filter((name) => !known.includes(name))
      .map((name) => ({ name, fields: { ...fields, [name]: WISHED } }))
    const { was } = fields
    if (method === 'POST' || typeof was !== 'object') return added
    const deeper = names
      .filter((name) => !known.includes(name))
      .map((name) => ({ name: `was.${name}`, fields: { ...fields, was: { ...was, [name]: WISHED } } }))
    return [...added, ...deeper]
  }
})

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
