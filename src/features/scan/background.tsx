import type { JSX } from 'preact'
import { saveBackground } from '#database/scans.ts'
import type { Instrument } from '#domain/instrument.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { readForm } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireScanOwner } from '#web/require.ts'
import { urls } from '#web/urls.ts'

/** Two questions about the participant, asked once; both may be skipped. */
export function BackgroundForm({ scan, instrument }: { scan: string; instrument: Instrument }): JSX.Element {
  const toOption = ({ id, label, description }: Instrument['roles'][number]) => ({
    value: id,
    label,
    ...(description && { description }),
  })
  return (
    <form
      method="post"
      action={urls.scanBackground.to({ scan })}
      class="panel stack"
      aria-labelledby="vooraf"
    >
      <h2 id="vooraf">Twee vragen vooraf</h2>
      <p>{instrument.texts.roleReason}</p>
      <RadioGroup name="rol" legend="Wat is je rol?" options={instrument.roles.map(toOption)} />
      <RadioGroup
        name="organisatie"
        legend="Waar werk je?"
        options={instrument.organisationKinds.map(toOption)}
      />
      <div class="buttons">
        <Button>Bewaar en begin</Button>
        <Button quiet name="overslaan" value="ja">
          Sla over
        </Button>
      </div>
    </form>
  )
}

/** Answers left open count as "no answer"; the questions do not come back. */
export function saveBackgroundAnswers(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, async ({ scan, instrument }) => {
    const form = await readForm(c)
    if (!form || [...form.keys()].some((name) => !['rol', 'organisatie', 'overslaan'].includes(name))) {
      return refuse(c, 400)
    }
    const isSkipped = form.has('overslaan')
    const role = isSkipped ? null : (form.get('rol') ?? null)
    const organisationKind = isSkipped ? null : (form.get('organisatie') ?? null)
    if (role !== null && !instrument.roles.some(({ id }) => id === role)) return refuse(c, 400)
    if (
      organisationKind !== null &&
      !instrument.organisationKinds.some(({ id }) => id === organisationKind)
    ) {
      return refuse(c, 400)
    }
    const { db, clock } = c.get('house')
    await saveBackground(db, scan.id, { role, organisationKind }, clock())
    const first = instrument.clusters[0]
    return c.redirect(
      first ? urls.scanCluster.to({ scan: scan.id, cluster: first.id }) : urls.scan.to({ scan: scan.id }),
      303,
    )
  })
}
