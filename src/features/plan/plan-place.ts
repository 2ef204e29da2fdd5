import type { ActionKeeper } from '#database/plans.ts'
import type { Instrument } from '#domain/instrument.ts'
import { eraseAfter } from '#domain/retention.ts'
import type { RequestContext } from '#web/house.ts'
import { requireScanOwner } from '#web/require.ts'
import { requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import type { PlanOf } from '#words/plan-words.ts'

/** Where a plan hangs: with a group, or with the scan of somebody by themselves. The pages know no other difference. */
export type PlanPlace = {
  of: PlanOf
  keeper: ActionKeeper
  instrument: Instrument
  /** Whose it is, as it stands above the title of a page. */
  name: string
  /** The title of the page of the plan, and the calendar; where it has to stand out among others. */
  fullTitle: string
  /** The first words of the names of its files. */
  fileName: string
  links: PlanLinks
  back: { label: string; href: string }
  /** Whom letters about it would go to; null when the scan that it hangs on has no account. */
  account: string | null
  /** When it is erased by itself, with the scan that it hangs on; null when it is not. */
  keptUntil: Date | null
}

export type PlanLinks = Record<'plan' | 'pdf' | 'text' | 'csv' | 'calendar' | 'newAction', string> & {
  action: (id: string) => string
}

/** Finds the plan in the address, for whoever may see it; everybody else gets the answer of what is not there. */
export type WithPlan = (
  c: RequestContext,
  handle: (place: PlanPlace) => Response | Promise<Response>,
) => Promise<Response>

export const withGroupPlan: WithPlan = (c, handle) =>
  requireGroup(c, ({ group: { id: group, name, round }, instrument, account }) =>
    handle({
      of: 'group',
      keeper: { groupId: group, roundId: round.id },
      instrument,
      name,
      fullTitle: `Het plan van ${name}`,
      fileName: name,
      links: {
        plan: urls.groupPlan.to({ group }),
        pdf: urls.groupPlanPdf.to({ group }),
        text: urls.groupPlanText.to({ group }),
        csv: urls.groupPlanCsv.to({ group }),
        calendar: urls.groupPlanCalendar.to({ group }),
        newAction: urls.groupNewAction.to({ group }),
        action: (action) => urls.groupAction.to({ group, action }),
      },
      back: { label: 'Terug naar de groep', href: urls.group.to({ group }) },
      account: account.id,
      keptUntil: null,
    }),
  )

export const withScanPlan: WithPlan = (c, handle) =>
  requireScanOwner(c, ({ scan: { id: scan, ...kept }, instrument, viewer }) =>
    handle({
      of: 'scan',
      keeper: { scanId: scan },
      instrument,
      name: kept.name || instrument.texts.title,
      fullTitle: 'Jouw plan',
      fileName: instrument.texts.shortTitle,
      links: {
        plan: urls.scanPlan.to({ scan }),
        pdf: urls.scanPlanPdf.to({ scan }),
        text: urls.scanPlanText.to({ scan }),
        csv: urls.scanPlanCsv.to({ scan }),
        calendar: urls.scanPlanCalendar.to({ scan }),
        newAction: urls.scanNewAction.to({ scan }),
        action: (action) => urls.scanAction.to({ scan, action }),
      },
      back: { label: 'Terug naar je resultaat', href: urls.scanResult.to({ scan }) },
      // Whoever came in by the browser of a scan in an account is not the one to write to.
      account: kept.accountId === viewer.account ? kept.accountId : null,
      keptUntil: kept.accountId ? null : eraseAfter(kept),
    }),
  )
