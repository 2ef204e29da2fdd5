import { findAccountByAddress } from '#database/accounts.ts'
import { confirmAuthenticator, startAuthenticator } from '#database/second-factors.ts'
import type { Permission } from '#domain/permissions.ts'
import { changePermission } from '#src/commands/change-permission.ts'
import { giveAddressAndPassword, signUp } from './account-holder.ts'
import type { TestApp } from './test-app.ts'
import type { Visitor } from './visitor.ts'

/** Somebody who may do this, signed in, with a second step set. */
export async function administrator(
  app: TestApp,
  address: string,
  permission: Permission = 'content-administrator',
): Promise<Visitor> {
  const { db, clock, secrets, authenticator } = app.house
  const who = await signUp(app, address)
  const desk = { createId: secrets.createId, now: clock() }
  await changePermission(db, { address, key: address }, permission, desk)
  await giveAddressAndPassword(who, address)
  const account = await findAccountByAddress(db, address)
  if (!account) throw new Error(`there is no account ${address}`)
  const secret = authenticator.createSecret()
  await startAuthenticator(db, account.id, secret, clock())
  await confirmAuthenticator(db, account.id, { secret, step: 1 }, clock())
  return who
}
