import { findAccountByAddress } from '#database/accounts.ts'
import { createGroup } from '#database/groups.ts'
import { addInvitations } from '#database/invitations.ts'
import { startMeeting } from '#database/meetings.ts'
import { setLink } from '#database/rounds.ts'
import { type GroupKind, leastContributors } from '#domain/group.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { MEETING_CODE_BYTES, meetingCodeFrom } from '#domain/meeting.ts'
import { closeRound } from '#src/app.ts'
import { signUp } from './account-holder.ts'
import type { TestApp } from './test-app.ts'
import type { Visitor } from './visitor.ts'

const DAY = 24 * 60 * 60 * 1000

/** A group with its first round, and who organises it. */
export type TestGroup = {
  id: string
  round: string
  kind: GroupKind
  organiser: Visitor
  /** The address of the group; `/rondes/1` and the like come behind it. */
  path: string
}

/** A group as its organiser makes one, open for so many days. */
export async function makeGroup(
  app: TestApp,
  {
    kind = 'confidential',
    organiser,
    address,
    days = 14,
  }: { kind?: GroupKind; organiser: Visitor; address: string; days?: number },
): Promise<TestGroup> {
  const { db, clock, secrets, minGroup } = app.house
  const account = await findAccountByAddress(db, address)
  if (!account) throw new Error(`there is no account ${address}`)
  const instrument = instrumentOf(app)
  const id = secrets.createId()
  const round = secrets.createId()
  const now = clock()
  await createGroup(db, {
    id,
    name: 'Team Werk',
    instrument: instrument.id,
    kind,
    createdAt: now,
    organiser: { account: account.id, name: 'Noor de Vries', message: 'Doen jullie mee?' },
    round: {
      id: round,
      instrument: instrument.id,
      instrumentVersion: instrument.version,
      least: leastContributors(minGroup, null),
      openedAt: now,
      closesAt: new Date(now.getTime() + days * DAY),
    },
  })
  return { id, round, kind, organiser, path: `/groepen/${id}` }
}

/** Invites an address, and gives the path of the invitation. */
export async function invite(
  app: TestApp,
  { round }: Pick<TestGroup, 'round'>,
  address: string,
): Promise<string> {
  const { db, clock, secrets } = app.house
  const [added] = await addInvitations(db, [
    {
      id: secrets.createId(),
      roundId: round,
      address,
      addressKey: address.toLowerCase(),
      name: '',
      invitedAt: clock(),
    },
  ])
  if (!added) throw new Error(`${address} was invited already`)
  return `/uitnodiging/${added.id}`
}

/** A group with what its addresses name: somebody invited, somebody who asks to take part, and a link to ask by. */
export type BusyGroup = TestGroup & {
  names: {
    group: string
    round: string
    invitation: string
    link: string
    request: string
    action: string
    code: string
  }
}

/** An open group, so that there is something to see while its round goes on. Its organiser could send in. */
export async function makeBusyGroup(app: TestApp, organiser: Visitor, address: string): Promise<BusyGroup> {
  const { db, secrets } = app.house
  const group = await makeGroup(app, { kind: 'open', organiser, address, days: 150 })
  await organiser.post(`${group.path}/invullen`)
  await fillInFor(app, group, organiser, '3')
  const invitation = (await invite(app, group, `genodigd-${address}`)).split('/').at(-1) ?? ''
  const link = secrets.createToken()
  await setLink(db, group.round, secrets.hash(link))
  const asker = await signUp(app, `vraagt-${address}`)
  await asker.post(`/meedoen/${link}`, { naam: 'Sem Bakker' })
  const { id: request } = await db
    .selectFrom('joinRequests')
    .select('id')
    .where('roundId', '=', group.round)
    .executeTakeFirstOrThrow()
  const action = await agree(app, group, organiser, { wat: 'Een tolk regelen' })
  const code = await startTestMeeting(app, group)
  return { ...group, names: { group: group.id, round: '1', invitation, link, request, action, code } }
}

/** A conversation of a group about its first statements, without looking whether it was told anything. Gives the code. */
export async function startTestMeeting(app: TestApp, group: TestGroup, dilemma?: string): Promise<string> {
  const { db, secrets, clock } = app.house
  const code = meetingCodeFrom(secrets.randomBytes(MEETING_CODE_BYTES))
  const statements = statementsOf(instrumentOf(app)).map(({ id }) => id)
  const isStarted = await startMeeting(db, {
    id: secrets.createId(),
    groupId: group.id,
    roundId: group.round,
    looksBack: false,
    dilemma: dilemma ?? null,
    statements: statements.slice(0, 3),
    code,
    step: 'welcome',
    startedAt: clock(),
  })
  if (!isStarted) throw new Error('the group has a conversation already')
  return code
}

/** Puts an action in the plan of a group, and gives its id. */
export function agree(
  app: TestApp,
  group: TestGroup,
  who: Visitor,
  fields: Record<string, string>,
): Promise<string> {
  return addToPlan(app, `${group.path}/plan`, who, fields)
}

/** The same in any plan, by its address. */
export async function addToPlan(
  app: TestApp,
  plan: string,
  who: Visitor,
  fields: Record<string, string>,
): Promise<string> {
  const { db } = app.house
  const idsNow = async () => (await db.selectFrom('planActions').select('id').execute()).map(({ id }) => id)
  const before = await idsNow()
  const added = await who.post(`${plan}/nieuw`, fields)
  const id = (await idsNow()).find((one) => !before.includes(one))
  if (added.status !== 303 || !id) throw new Error(`nothing was agreed: ${added.status}`)
  return id
}

/** Puts an action in the plan, and says right after how it went. */
export async function agreeAndUpdate(
  app: TestApp,
  group: TestGroup,
  who: Visitor,
  fields: Record<string, string>,
  how: { status: string; opmerking?: string },
): Promise<string> {
  const id = await agree(app, group, who, fields)
  const changed = await who.post(`${group.path}/plan/${id}`, { ...fields, ...how, versie: '1' })
  if (changed.status !== 303) throw new Error(`it was not brought up to date: ${changed.status}`)
  return id
}

/** A confidential group of which the round is closed, and that was told of five people. */
export async function makeToldGroup(app: TestApp, organiser: Visitor, address: string): Promise<TestGroup> {
  const group = await makeGroup(app, { organiser, address })
  for (const number of [1, 2, 3, 4, 5]) {
    const who = await joinGroup(app, group, `lid${number}-${group.id.toLowerCase()}@voorbeeld.nl`)
    await fillInAndSend(app, group, who, (_, index) => String(1 + ((index + number) % 5)))
  }
  const closed = await closeRound(app.house, group.round)
  if (!closed.ok) throw new Error(`the round was not closed: ${closed.refusal}`)
  return group
}

/** Begins the next round of a group whose last one is closed, and gives the group with that round. */
export async function beginNextRound(app: TestApp, group: TestGroup): Promise<TestGroup> {
  const begun = await group.organiser.post(`${group.path}/ronde`, { organisator: 'Noor de Vries' })
  if (begun.status !== 303) throw new Error(`no round was begun: ${begun.status}`)
  const { id: round } = await app.house.db
    .selectFrom('rounds')
    .select('id')
    .where('groupId', '=', group.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...group, round }
}

/** Signs somebody up, invites them, and has them accept. */
export async function joinGroup(
  app: TestApp,
  group: TestGroup,
  address: string,
  role = '',
): Promise<Visitor> {
  const who = await signUp(app, address)
  const invitation = await invite(app, group, address)
  const answer = await who.post(invitation, { functie: role })
  if (answer.status !== 303) throw new Error(`${address} did not join: ${answer.status}`)
  return who
}

/**
 * Fills in a scan for the group and sends it in: every statement gets `answer`, the id of an answer, or what the
 * function says. Gives the path of the scan.
 */
export async function fillInAndSend(
  app: TestApp,
  group: TestGroup,
  who: Visitor,
  answer: string | ((statement: string, index: number) => string),
  { note = '', name = '' }: { note?: string; name?: string } = {},
): Promise<string> {
  const scan = await fillInFor(app, group, who, answer, note)
  const sent = await who.post(`${group.path}/insturen`, group.kind === 'open' ? { naam: name } : {})
  if (sent.status !== 303) throw new Error(`it was not sent in: ${sent.status}`)
  return scan
}

/** The same, and leaves it at a finished scan. */
export async function fillInFor(
  app: TestApp,
  group: TestGroup,
  who: Visitor,
  answer: string | ((statement: string, index: number) => string),
  note = '',
): Promise<string> {
  const begun = await who.post(`${group.path}/invullen`)
  const scan = begun.location ?? ''
  if (!scan.startsWith('/scans/')) throw new Error(`nothing was begun: ${begun.status}`)
  const instrument = instrumentOf(app)
  const numbers = new Map(statementsOf(instrument).map(({ id }, index) => [id, index]))
  for (const cluster of instrument.clusters) {
    const fields = cluster.statements.flatMap(({ id }) => [
      [id, typeof answer === 'string' ? answer : answer(id, numbers.get(id) ?? 0)],
      [`${id}-notitie`, note],
    ])
    const saved = await who.post(`${scan}/${cluster.id}`, Object.fromEntries(fields))
    if (saved.status !== 303) throw new Error(`the answers were not saved: ${saved.status}`)
  }
  const finished = await who.post(`${scan}/afronden`)
  if (finished.status !== 303) throw new Error(`it was not finished: ${finished.status}`)
  return scan
}

export function instrumentOf(app: TestApp): Instrument {
  const [instrument] = app.instruments
  if (!instrument) throw new Error('there is no instrument')
  return instrument
}
