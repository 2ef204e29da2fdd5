import { findDraft } from '#database/drafts.ts'
import { noteJob } from '#database/job-runs.ts'
import { saveUse } from '#database/use-releases.ts'
import { administrator } from '#test/administrator.ts'
import { makeDraft } from '#test/draft.ts'
import type { TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'
import type { State } from './states.ts'

/** Which addresses belong to the content and what is written down of it. */
export const OF_CONTENT = /^\/beheer\/(inhoud|logboek|overzicht)/

/** Every page on which content is changed, in every state that looks different. */
export async function contentStates(app: TestApp): Promise<State[]> {
  const who = await administrator(app, 'willemijn@ministerie.voorbeeld')
  const empty = await makeDraft(app)
  const instrument = app.instruments[0]?.id ?? ''
  const state = (name: string, path: string): State => ({ name, who, path })
  const answered = async (name: string, path: string, fields: Record<string, string>): Promise<State> => ({
    name,
    who,
    path,
    html: (await who.post(path, fields)).text,
  })
  const root = '/beheer/inhoud'
  const draft = (id: string) => `${root}/wijzigingen/${id}`
  const nothingYet = [
    state('overview-empty', '/beheer/overzicht'),
    state('content', root),
    state('versions', `${root}/instrumenten/${instrument}`),
    state('draft-empty', draft(empty.draft)),
    state('publish-nothing', `${draft(empty.draft)}/publiceren`),
  ]
  const full = await writtenIn(app, who)
  // The states without figures are looked at from their answers: from here on there are some.
  for (const one of nothingYet.filter(({ name }) => name.endsWith('-empty')))
    one.html = (await who.get(one.path)).text
  await tellOfUse(app)
  const path = draft(full.draft)
  return [
    ...nothingYet,
    await answered('versions-wrong', `${root}/instrumenten/${instrument}`, { doe: 'begin', titel: '' }),
    state('import', `${root}/instrumenten/${instrument}/inlezen`),
    await answered('import-wrong', `${root}/instrumenten/${instrument}/inlezen`, {
      bestand: 'structure: {}',
    }),
    state('draft', path),
    state('part-statement', `${path}/teksten/${full.part}`),
    state('part-general', `${path}/teksten/algemeen`),
    state('part-choices', `${path}/teksten/keuzes`),
    state('part-cluster', `${path}/teksten/onderdeel-${app.instruments[0]?.clusters[0]?.id}`),
    await answered('part-conflict', `${path}/teksten/${full.part}`, {
      [full.place]: 'Wat een ander tegelijk schreef.',
      [`was:${full.place}`]: 'Wat er een uur geleden stond.',
    }),
    state('tip', `${path}/tips/${full.tip}`),
    await answered('tip-for-nobody', `${path}/tips/${full.tip}`, { doe: 'bewaar', was: full.settings }),
    state('sources', `${path}/bronnen`),
    await answered('sources-wrong', `${path}/bronnen`, { titel: '', link: 'geen adres', doe: 'bewaar' }),
    state('source', `${path}/bronnen/${full.source}`),
    state('publish', `${path}/publiceren`),
    await answered('publish-not-yet', `${path}/publiceren`, { stand: '0', wanneer: 'nu', doe: 'publiceer' }),
    state('remove', `${path}/weggooien`),
    state('log', '/beheer/logboek'),
    state('overview', '/beheer/overzicht'),
  ]
}

/** A draft with a text that needs a word on what it means, one that cannot be published, and a conflict. */
async function writtenIn(app: TestApp, who: Visitor) {
  const made = await makeDraft(app)
  const { db } = app.house
  const content = (await findDraft(db, made.draft))?.content
  const statement = made.part.slice(made.part.indexOf('-') + 1)
  const texts = content?.texts.nl?.statements[statement]
  const tip = content?.structure.clusters[0]?.statements[0]?.tips[0]
  if (!texts || !tip) throw new Error('there is too little content')
  const place = `texts.nl.statements.${statement}.statement`
  const tipPlace = `texts.nl.statements.${statement}.tips.${made.tip}`
  await who.post(`/beheer/inhoud/wijzigingen/${made.draft}/teksten/${made.part}`, {
    [place]: texts.statement.replace(/^(\S+)/, 'Bijna altijd: $1'),
    [`was:${place}`]: texts.statement,
    [tipPlace]: 'Vraag het na bij een <b>collega</b>.',
    [`was:${tipPlace}`]: texts.tips[made.tip] ?? '',
  })
  const conflict = {
    place: ['texts', 'nl', 'statements', statement, 'topic'],
    base: texts.topic,
    ours: `${texts.topic} nu`,
    theirs: 'Een ander onderwerp',
  }
  await db
    .updateTable('drafts')
    .set({ conflicts: JSON.stringify([conflict]) })
    .where('id', '=', made.draft)
    .execute()
  return { ...made, place, settings: JSON.stringify({ fits: tip.fits, sources: tip.sources }) }
}

/** What was told of the use in a quarter, and how the jobs went. */
async function tellOfUse(app: TestApp): Promise<void> {
  const { db, clock } = app.house
  const [instrument] = app.instruments
  const parts = instrument?.clusters ?? []
  await db.transaction().execute((trx) =>
    saveUse(
      trx,
      {
        instrument: instrument?.id ?? '',
        instrumentVersion: instrument?.version ?? '',
        quarter: '2026-07-01',
        content: {
          begun: { from: 100, to: 199 },
          finished: { from: 50, to: 99 },
          minutes: 35,
          stopped: [{ part: parts[0]?.id ?? '', people: { from: 20, to: 49 } }],
        },
      },
      clock(),
    ),
  )
  await noteJob(db, 'rounds', { succeededAt: clock() })
  await noteJob(db, 'links', { failedAt: clock() })
}
