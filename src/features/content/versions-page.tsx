import type { JSX } from 'preact'
import { listVersionFacts, type VersionFacts } from '#database/instruments.ts'
import { compareVersions } from '#domain/catalogue.ts'
import { DRAFT_TITLE_LENGTH } from '#domain/draft.ts'
import type { Instrument } from '#domain/instrument.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requirePermission } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate, dutchTime } from '#words/dutch.ts'
import { listUpdates } from './updates.ts'

/** Every version that an instrument ever had, and the ways to make the next one. */
export function showVersions(c: RequestContext): Promise<Response> {
  return requirePermission(c, 'edit-content', () => versionsPage(c))
}

export async function versionsPage(c: RequestContext, error?: string): Promise<Response> {
  const house = c.get('house')
  const instrument = house.catalogue.find(c.req.param('instrument') ?? '')
  if (!instrument) return refuse(c, 404)
  const facts = await listVersionFacts(house.db, instrument.id)
  const versions = facts.sort((one, other) => compareVersions(other.version, one.version))
  const update = (await listUpdates(house)).get(instrument.id)
  const here = urls.contentVersions.to({ instrument: instrument.id })
  return page(
    c,
    {
      title: error ? `Let op: ${instrument.texts.shortTitle}` : instrument.texts.shortTitle,
      section: 'account',
      status: error ? 400 : 200,
    },
    <div class="wrap page stack-large narrow">
      <div class="stack-small">
        <Breadcrumbs
          items={[{ label: 'Inhoud', href: urls.content.to() }]}
          current={instrument.texts.shortTitle}
        />
        {error && (
          <ErrorSummary
            title="Dit lukte nog niet"
            kept="Er is niets veranderd."
            errors={[{ text: error, href: '#titel' }]}
          />
        )}
        <h1>{instrument.texts.title}</h1>
        {c.req.query('gelukt') === 'gepubliceerd' && (
          <Notice>{`Versie ${instrument.version} is gepubliceerd. Iedereen die nu begint, krijgt deze.`}</Notice>
        )}
        <p class="lead">{`Deelnemers beginnen nu met versie ${instrument.version}.`}</p>
      </div>
      {update && (
        <Notice kind="pencil">
          <p>
            {`De makers van QuickScan leverden versie ${update.version} van dit instrument. Jullie hebben er zelf ook aan veranderd. Daarom komt die versie niet vanzelf. Neem haar over in een wijziging: wat jullie schreven blijft staan, en je ziet waar het botst.`}
          </p>
          <form method="post" action={here}>
            <input type="hidden" name="versie" value={update.version} />
            <Button name="doe" value="overnemen" quiet>
              {`Neem versie ${update.version} over in een wijziging`}
            </Button>
          </form>
        </Notice>
      )}
      <section class="stack" aria-labelledby="begin">
        <h2 id="begin">Begin een wijziging</h2>
        <p>Alles wat je samen wilt publiceren, komt in één wijziging. Je kunt stoppen en later verdergaan.</p>
        <form method="post" action={here} class="stack">
          <TextField
            name="titel"
            label="Waar gaat de wijziging over?"
            hint="Voor jezelf en je collega’s, zoals “Tips over tolken nagekeken”."
            maxLength={DRAFT_TITLE_LENGTH}
            {...(error && { error })}
          />
          <div>
            <Button name="doe" value="begin">
              Begin
            </Button>
          </div>
        </form>
        <p>
          <a href={urls.contentImport.to({ instrument: instrument.id })}>Of lees een bestand in</a>
        </p>
      </section>
      <Versions instrument={instrument} versions={versions} house={house} />
    </div>,
  )
}

function Versions({
  instrument,
  versions,
  house,
}: {
  instrument: Instrument
  versions: VersionFacts[]
  house: Pick<House, 'catalogue'>
}): JSX.Element {
  return (
    <section class="stack" aria-labelledby="versies">
      <h2 id="versies">Alle versies</h2>
      <p>
        Een versie die gepubliceerd is, verandert nooit meer. Resultaten laten altijd de tekst zien van toen.
      </p>
      <ul class="stack plain-list">
        {versions.map(({ version, publishedAt, origin }) => {
          const history = house.catalogue.find(instrument.id, version)?.history ?? []
          const summary = history.length > 1 ? history.at(-1)?.summary : 'De eerste versie.'
          const isCurrent = version === instrument.version
          return (
            <li class="card stack-small" key={version}>
              <h3>{`Versie ${version}${isCurrent ? ' · nu in gebruik' : ''}`}</h3>
              {summary && <p>{summary}</p>}
              <p class="small muted">
                {`Gepubliceerd op ${dutchDate(publishedAt)} om ${dutchTime(publishedAt)}, ${origin === 'shipped' ? 'met QuickScan meegekomen' : 'hier gemaakt'}.`}
              </p>
              <p>
                <a href={`${urls.statements.to({ instrument: instrument.id })}?versie=${version}`}>
                  Lees alles<span class="visually-hidden">{` in versie ${version}`}</span>
                </a>
                {' · '}
                <a href={`${urls.instrumentFile.to({ instrument: instrument.id })}?versie=${version}`}>
                  Download als bestand<span class="visually-hidden">{`: versie ${version}`}</span>
                </a>
              </p>
              {!isCurrent && (
                <form method="post" action={urls.contentVersions.to({ instrument: instrument.id })}>
                  <input type="hidden" name="versie" value={version} />
                  <Button name="doe" value="terug" quiet>
                    {`Zet versie ${version} terug`}
                  </Button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
