import type { JSX } from 'preact'
import { type ListedDraft, listDrafts } from '#database/drafts.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { RowList } from '#ui/row-list.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requirePermission } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate, dutchTime } from '#words/dutch.ts'
import { listUpdates } from './updates.ts'

/** Where a content administrator begins: what is being changed, and what can be. */
export function showContent(c: RequestContext): Promise<Response> {
  return requirePermission(c, 'edit-content', async () => {
    const house = c.get('house')
    const drafts = await listDrafts(house.db)
    const waiting = await listUpdates(house)
    return page(
      c,
      { title: 'Inhoud', section: 'account' },
      <div class="wrap page stack-large narrow">
        <div class="stack-small">
          <h1>Inhoud</h1>
          {c.req.query('gelukt') === 'weg' && (
            <Notice>De wijziging is weggegooid. Wat gepubliceerd is, bleef zoals het was.</Notice>
          )}
          {c.req.query('gelukt') === 'gepland' && <Notice>De wijziging wordt vanzelf gepubliceerd.</Notice>}
          <p class="lead">
            Verander een tekst, een tip of een bron. Je ziet eerst zelf hoe het wordt. Pas als je publiceert,
            zien anderen het. Oude resultaten blijven zoals ze waren.
          </p>
        </div>
        <Drafts drafts={drafts} house={house} />
        <section class="stack" aria-labelledby="instrumenten">
          <h2 id="instrumenten">Wat je kunt veranderen</h2>
          <RowList
            items={house.catalogue.current.map(({ id, version, texts }) => ({
              title: texts.title,
              text: `Versie ${version}${waiting.has(id) ? ' · er is een nieuwe versie van de makers' : ''}`,
              href: urls.contentVersions.to({ instrument: id }),
            }))}
          />
        </section>
        <p class="buttons">
          <ButtonLink quiet href={urls.auditLog.to()}>
            Bekijk het logboek
          </ButtonLink>
          <ButtonLink quiet href={urls.account.to()}>
            Terug naar je account
          </ButtonLink>
        </p>
      </div>,
    )
  })
}

function Drafts({ drafts, house }: { drafts: ListedDraft[]; house: Pick<House, 'catalogue'> }): JSX.Element {
  return (
    <section class="stack" aria-labelledby="wijzigingen">
      <h2 id="wijzigingen">Waar aan gewerkt wordt</h2>
      {drafts.length === 0 ? (
        <p>Er is geen wijziging onderweg. Kies hieronder een instrument en begin er een.</p>
      ) : (
        <RowList
          items={drafts.map(({ id, title, instrument, changedAt, publishAt }) => ({
            title,
            text: [
              house.catalogue.find(instrument)?.texts.shortTitle ?? instrument,
              publishAt
                ? `wordt gepubliceerd op ${dutchDate(publishAt)} om ${dutchTime(publishAt)}`
                : `laatst veranderd op ${dutchDate(changedAt)} om ${dutchTime(changedAt)}`,
            ].join(' · '),
            href: urls.draft.to({ draft: id }),
          }))}
        />
      )}
    </section>
  )
}
