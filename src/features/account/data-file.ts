import type { AccountData } from '#database/account-data.ts'
import type { Catalogue } from '#domain/catalogue.ts'
import { accountInWords, scansInWords } from './data-in-words.ts'

const FORMAT = 'quickscan-account'
/** Goes up when a name in the file gets another meaning, or goes. A new name beside the others changes nothing. */
const VERSION = 1

/**
 * Everything that is kept of an account, for another program to read. Moments are ISO 8601 in UTC; answers and
 * actions stand with their scan; beside the id of a choice stands its word.
 */
export function writeDataFile(data: AccountData, catalogue: Catalogue, madeAt: Date): string {
  const { accounts, scans, scanAnswers, planActions, ...rest } = data
  const file = {
    format: FORMAT,
    version: VERSION,
    madeAt,
    account: accountInWords(data, catalogue),
    scans: scansInWords(data, catalogue),
    ...rest,
  }
  return JSON.stringify(file, null, 2)
}
