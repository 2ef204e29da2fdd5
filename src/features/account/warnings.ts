import { ACCOUNT_RETENTION } from '#domain/account-retention.ts'

/** What somebody reads who has not used the account for long. */
export const ACCOUNT_WARNINGS = {
  first: {
    subject: `We wissen je account bij QuickScan over ${ACCOUNT_RETENTION.firstWarningDays} dagen`,
    lines: [
      'Je hebt je account bij QuickScan bijna twee jaar niet gebruikt. Wat niemand gebruikt, bewaren we niet.',
      `Over ${ACCOUNT_RETENTION.firstWarningDays} dagen wissen we je account met al je scans. Wil je het houden? Log dan één keer in.`,
    ],
  },
  last: {
    subject: `Laatste bericht: we wissen je account over ${ACCOUNT_RETENTION.lastWarningDays} dagen`,
    lines: [
      `Over ${ACCOUNT_RETENTION.lastWarningDays} dagen wissen we je account bij QuickScan met al je scans. Daarna is het niet terug te halen.`,
      'Wil je het houden? Log dan één keer in. Dat is genoeg.',
    ],
  },
}
