import { resolve } from 'node:path'
import { type EmailAddress, parseEmailAddress } from '#domain/email-address.ts'
import type { Permission } from '#domain/permissions.ts'
import { systemClock } from '#platform/clock.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { changePermission, type PermissionChange } from './change-permission.ts'
import { type Command, wrongUse } from './command.ts'
import { openConfigured } from './open-configured.ts'

const CHOICES: Record<string, Permission> = {
  '--functional': 'functional-administrator',
  '--content': 'content-administrator',
  '--participant': 'participant',
}

const NAMES: Record<Permission, string> = {
  'functional-administrator': 'functional administrator',
  'content-administrator': 'content administrator',
  participant: 'participant',
}

export const createAdminCommand: Command = {
  summary: 'makes somebody an administrator, or takes that away again',
  usage: 'ADDRESS [--functional | --content | --participant]',
  help: 'Whoever has this e-mail address becomes functional administrator (sees at /beheer whether QuickScan runs well), with --content content administrator, with --participant an ordinary participant again. Without an account one is made, and a letter to choose a password goes out. Whose rights change, is signed out everywhere. Administrators see nothing more than others before they set a second step for signing in. With the embedded database: stop QuickScan first, and start it again after.',
  run: async (rest) => {
    const asked = readWords(rest)
    if (typeof asked === 'string') return wrongUse(asked)
    const { address, permission } = asked
    const { db, config, close } = await openConfigured()
    try {
      const desk = { createId: systemSecrets.createId, now: systemClock() }
      const change = await changePermission(db, address, permission, desk)
      if (change.kind === 'unknown') {
        console.error(`there is no account with the address ${address.address}`)
        return 1
      }
      console.log(tell(change, permission))
      if (change.kind !== 'same' && change.getsLetter) {
        console.log(config.SMTP_URL ? BY_MAIL : inFolder(resolve(config.DATA_DIR, 'mail')))
      }
      if (change.kind !== 'same' && permission !== 'participant') console.log(SECOND_STEP)
      return 0
    } finally {
      await close()
    }
  },
}

/** What is asked, or in one line why it cannot be. */
function readWords(rest: string[]): { address: EmailAddress; permission: Permission } | string {
  const options = [...new Set(rest.filter((word) => word.startsWith('-')))]
  const unknown = options.find((option) => !Object.hasOwn(CHOICES, option))
  if (unknown) return `unknown option: ${unknown}`
  if (options.length > 1) return `choose one of ${options.join(' and ')}`
  const [text, ...others] = rest.filter((word) => !word.startsWith('-'))
  if (text === undefined || others.length > 0) return 'say one e-mail address'
  const address = parseEmailAddress(text)
  if (!address) return `${JSON.stringify(text)} is not an e-mail address`
  return { address, permission: CHOICES[options[0] ?? ''] ?? 'functional-administrator' }
}

function tell(change: Exclude<PermissionChange, { kind: 'unknown' }>, permission: Permission): string {
  const { kind, address } = change
  if (kind === 'made') return `An account was made for ${address}: ${NAMES[permission]}.`
  if (kind === 'changed') {
    return `${address} is ${NAMES[permission]} now, and was ${NAMES[change.before]}. This account was signed out everywhere.`
  }
  const same = `${address} is ${NAMES[permission]} already. Nothing was changed.`
  return change.hasPassword || permission === 'participant' ? same : `${same} ${NO_PASSWORD}`
}

const NO_PASSWORD =
  'This account has no password yet. Did the letter get lost? "Wachtwoord vergeten" on the page for signing in sends a new one.'

const BY_MAIL = 'A letter to choose a password goes out as soon as QuickScan runs.'

function inFolder(folder: string): string {
  return `A letter to choose a password appears in ${folder} as soon as QuickScan runs: without SMTP_URL nothing is sent.`
}

const SECOND_STEP =
  'Nothing more can be seen before a second step for signing in is set, under "Inloggen en beveiliging".'
