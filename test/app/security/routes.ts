import type { Hono } from 'hono'
import { statementsOf } from '#domain/instrument.ts'
import type { TestApp } from '#test/test-app.ts'
import type { Environment } from '#web/house.ts'
import { urls } from '#web/urls.ts'

export type Route = { name: keyof typeof urls; method: string }

/** Every address with every method that the router knows, by its name in the table of addresses. */
export function listRoutes(app: Hono<Environment>): Route[] {
  return app.routes.flatMap(({ path, method }) => {
    const name = (Object.keys(urls) as Route['name'][]).find((one) => urls[one].pattern === path)
    return name && method !== 'ALL' ? [{ name, method }] : []
  })
}

/** A value for every part of an address that is a name of something in the content. */
export function contentNames(app: TestApp): Record<string, string> {
  const [instrument] = app.instruments
  const guide = app.house.library.entries.find(({ kind }) => kind === 'guide')
  const chapter = guide?.kind === 'guide' ? guide.chapters?.[0] : undefined
  if (!instrument || !guide || !chapter) throw new Error('there is too little content')
  return {
    instrument: instrument.id,
    cluster: instrument.clusters[0]?.id ?? '',
    statement: statementsOf(instrument)[0]?.id ?? '',
    entry: guide.id,
    chapter: chapter.id,
    version: app.house.assets.version,
    file: 'site.css',
  }
}

/** The address with every part filled in. Throws when there is no value for one. */
export function fillIn(name: Route['name'], values: Record<string, string>): string {
  return urls[name].pattern.replace(/:(\w+)/g, (_, part: string) => {
    const value = values[part]
    if (value === undefined) throw new Error(`${urls[name].pattern}: say what ${part} is`)
    return value
  })
}
