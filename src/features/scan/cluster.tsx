import { saveAnswers } from '#database/scans.ts'
import { type Cluster, findCluster } from '#domain/instrument.ts'
import { answer } from '#domain/scan.ts'
import type { FormFields } from '#web/body.ts'
import { readForm } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { type OwnScan, refuseMissing, requireScanOwner, scanIdIn } from '#web/require.ts'
import { viewerOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { changeScan } from './change-scan.ts'
import { readClusterForm } from './cluster-form.ts'
import { clusterPage } from './cluster-page.tsx'
import { refuseKeepingForm } from './keep-form.tsx'
import { stepAddress, type View } from './view.ts'

export function showCluster(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, (own) => {
    const cluster = findCluster(own.instrument, c.req.param('cluster') ?? '')
    if (!cluster) return refuse(c, 404)
    if (own.scan.finishedAt) return c.redirect(urls.scan.to({ scan: own.scan.id }), 303)
    const view = viewOf(cluster, c.req.query('weergave'), c.req.query('stelling'))
    return clusterPage(c, { ...own, cluster, view })
  })
}

/** Saves what is right, says what is not, and goes where the button said. */
export async function saveClusterPage(c: RequestContext): Promise<Response> {
  const form = await readForm(c)
  if (!form) return refuse(c, 400)
  try {
    return await saveForm(c, form)
  } catch (error) {
    c.get('house').log.error({ err: error }, 'a page of answers could not be saved')
    return refuseKeepingForm(c, form)
  }
}

async function saveForm(c: RequestContext, form: FormFields): Promise<Response> {
  const house = c.get('house')
  const viewer = await viewerOf(c)
  const id = scanIdIn(c)
  if (!id) return refuse(c, 404)

  const now = house.clock()
  const saved = await changeScan(house, { id, viewer }, async (transaction, { scan, instrument }) => {
    const cluster = findCluster(instrument, c.req.param('cluster') ?? '')
    if (!cluster) return 'gone'
    if (scan.finishedAt) return 'finished'
    const read = readClusterForm(cluster, form)
    const outcome = answer(instrument, scan.answers, read.answers)
    if (outcome.changes.length > 0) await saveAnswers(transaction, id, outcome.changes, now)
    return { own: { scan, instrument, viewer }, cluster, read, outcome }
  })

  if (saved === 'gone') return refuseMissing(c)
  if (saved === 'finished') return refuse(c, 409)
  const { own, cluster, read, outcome } = saved
  if (outcome.refusals.length > 0 || read.unknownFields.length > 0) {
    const scan = { ...own.scan, answers: outcome.answers, changedAt: now }
    const failure = {
      refusals: outcome.refusals,
      unknownFields: read.unknownFields,
      saved: outcome.changes.length,
      sent: read.answers,
    }
    return clusterPage(c, { ...own, scan, cluster, view: read.view, failure })
  }
  return c.redirect(addressAfter(own, cluster, read.view, read.next), 303)
}

function viewOf(cluster: Cluster, view: string | undefined, statement: string | undefined): View {
  if (view !== 'stap') return { kind: 'page' }
  const found = cluster.statements.find(({ id }) => id === statement) ?? cluster.statements[0]
  return found ? { kind: 'step', statement: found.id } : { kind: 'page' }
}

/** One at a time: the next statement, then the next cluster. A whole page: the next cluster. Last: check. */
function addressAfter({ scan, instrument }: OwnScan, cluster: Cluster, view: View, next: string): string {
  if (next === 'stop') return urls.scan.to({ scan: scan.id })
  if (next === 'controle') return urls.scanCheck.to({ scan: scan.id })
  const step = next === 'vorige' ? -1 : 1
  if (view.kind === 'step') {
    const at = cluster.statements.findIndex(({ id }) => id === view.statement)
    const statement = cluster.statements[at + step]
    if (statement) return stepAddress(scan.id, cluster.id, statement.id)
  }
  const other = instrument.clusters[instrument.clusters.indexOf(cluster) + step]
  if (!other) return step > 0 ? urls.scanCheck.to({ scan: scan.id }) : urls.scan.to({ scan: scan.id })
  const first = step > 0 ? other.statements[0] : other.statements.at(-1)
  if (view.kind === 'step' && first) return stepAddress(scan.id, other.id, first.id)
  return urls.scanCluster.to({ scan: scan.id, cluster: other.id })
}
