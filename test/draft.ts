import { createDraft } from '#database/drafts.ts'
import { findInstrumentVersion } from '#database/instruments.ts'
import { type PublishedInstrument, parsePublishedInstrument } from '#domain/published-instrument.ts'
import type { TestApp } from './test-app.ts'

/**
 * A set of changes to the first instrument in which nothing changed yet, with the names of what is in it. `isSmall`: with
 * one statement only, for whoever needs many of them and publishes none.
 */
export async function makeDraft(
  app: TestApp,
  { isSmall = false }: { isSmall?: boolean } = {},
): Promise<{ draft: string; part: string; tip: string; source: string }> {
  const { db, secrets, clock, catalogue } = app.house
  const instrument = catalogue.current[0]
  const statement = instrument?.clusters[0]?.statements[0]
  const found = instrument && (await findInstrumentVersion(db, instrument.id, instrument.version))
  if (!instrument || !statement || !found) throw new Error('there is no instrument')
  const content = parsePublishedInstrument(found.content)
  const draft = secrets.createId()
  await createDraft(db, {
    id: draft,
    instrument: instrument.id,
    baseVersion: instrument.version,
    title: 'Een wijziging',
    content: isSmall ? withOneStatement(content) : content,
    conflicts: [],
    shippedVersion: null,
    at: clock(),
  })
  return {
    draft,
    part: `stelling-${statement.id}`,
    tip: statement.tips[0]?.id ?? '',
    source: instrument.sources[0]?.id ?? '',
  }
}

function withOneStatement(content: PublishedInstrument): PublishedInstrument {
  const { structure, texts } = content
  const [cluster] = structure.clusters
  const [statement] = cluster?.statements ?? []
  if (!cluster || !statement) throw new Error('the instrument has a statement')
  const { groups, ...whole } = cluster
  const used = new Set([
    structure.sources[0]?.id,
    ...structure.basedOn,
    ...statement.tips.flatMap(({ sources }) => sources),
  ])
  const only = <Value>(all: Record<string, Value>, id: string) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key === id))
  return {
    structure: {
      ...structure,
      clusters: [{ ...whole, statements: [statement] }],
      sources: structure.sources.filter(({ id }) => used.has(id)),
    },
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, own]) => [
        language,
        { ...own, clusters: only(own.clusters, cluster.id), statements: only(own.statements, statement.id) },
      ]),
    ),
  }
}
