import { closeRound } from '#src/app.ts'
import { tendRounds } from '#src/tend-rounds.ts'
import { signUp } from '#test/account-holder.ts'
import {
  agree,
  agreeAndUpdate,
  fillInAndSend,
  fillInFor,
  instrumentOf,
  invite,
  joinGroup,
  makeBusyGroup,
  makeGroup,
  type TestGroup,
} from '#test/team.ts'
import type { TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'
import type { State } from './states.ts'

/** Which addresses belong to groups. */
export const OF_A_GROUP = /^\/(groepen|uitnodiging|meedoen)/

const ORGANISER = 'noor@voorbeeld.nl'
const RUBBISH =
  'sem@voorbeeld.nl; SEM@voorbeeld.nl, Jan Bakker <jan@voorbeeld.nl>\nzomaar een woord\nnoor@voorbeeld.nl'

/** Every page that has to do with a group, in every state that looks different. */
export async function groupStates(app: TestApp): Promise<State[]> {
  const organiser = await signUp(app, ORGANISER)
  const nobody = app.newVisitor()
  const newcomer = await signUp(app, 'nieuw@voorbeeld.nl')
  const state = (name: string, who: Visitor, path: string): State => ({ name, who, path })
  const answered = async (name: string, who: Visitor, path: string, fields: Record<string, string>) => {
    const { text } = await who.post(path, fields)
    return { name, who, path, html: text }
  }
  const empty = await makeGroup(app, { organiser, address: ORGANISER })
  const busy = await makeBusyGroup(app, organiser, ORGANISER)
  const joining = await newGroup(app, organiser)
  return [
    { ...state('groups-none', newcomer, '/groepen'), html: (await newcomer.get('/groepen')).text },
    state('new', organiser, '/groepen/nieuw'),
    await answered('new-wrong', organiser, '/groepen/nieuw', { sluitdatum: 'morgen', soort: 'geheim' }),
    state('made', organiser, `${empty.path}/uitnodigen?gelukt=gemaakt`),
    await answered('invite-nobody', organiser, `${empty.path}/uitnodigen`, {
      adressen: 'zomaar',
      stap: 'bekijk',
    }),
    await answered('invite-preview', organiser, `${empty.path}/uitnodigen`, {
      adressen: RUBBISH,
      stap: 'bekijk',
    }),
    state('organiser-begins', organiser, empty.path),
    state('invited-nobody', organiser, `${empty.path}/uitnodigingen`),
    state('close', organiser, `${empty.path}/sluiten`),
    state('organiser-busy', organiser, busy.path),
    state('invited', organiser, `${busy.path}/uitnodigingen?gelukt=ingetrokken`),
    await answered('link', organiser, `${busy.path}/link`, { doe: 'nieuw' }),
    ...(await asking(app, organiser, state)),
    state('invitation-out', nobody, `/uitnodiging/${busy.names.invitation}`),
    state('invitation-wrong', newcomer, `/uitnodiging/${busy.names.invitation}`),
    ...(await invited(app, joining, state, answered)),
    ...(await taking(app, organiser, state, answered)),
    ...(await due(app, organiser, state)),
    ...(await told(app, organiser, state, answered)),
  ]
}

type Make = (name: string, who: Visitor, path: string) => State
type MakeAnswered = (
  name: string,
  who: Visitor,
  path: string,
  fields: Record<string, string>,
) => Promise<State>

function newGroup(app: TestApp, organiser: Visitor, kind?: TestGroup['kind']): Promise<TestGroup> {
  return makeGroup(app, { organiser, address: ORGANISER, ...(kind && { kind }) })
}

/** By the link of a group. */
async function asking(app: TestApp, organiser: Visitor, state: Make): Promise<State[]> {
  const group = await newGroup(app, organiser)
  const { text } = await organiser.post(`${group.path}/link`, { doe: 'nieuw' })
  const link = /http:\/\/localhost(\/meedoen\/[\w-]+)/.exec(text)?.[1] ?? ''
  const asker = await signUp(app, 'vraagt@voorbeeld.nl')
  const waiting = await signUp(app, 'wacht@voorbeeld.nl')
  await waiting.post(link, { naam: 'Iris Jansen' })
  const wrong = await asker.post(link, { naam: '' })
  return [
    state('link-out', app.newVisitor(), link),
    state('link-ask', asker, link),
    { ...state('link-wrong', asker, link), html: wrong.text },
    state('link-waiting', waiting, link),
    state('organiser-asked', organiser, group.path),
  ]
}

async function invited(
  app: TestApp,
  group: TestGroup,
  state: Make,
  answered: MakeAnswered,
): Promise<State[]> {
  const who = await signUp(app, 'genodigd@voorbeeld.nl')
  const path = await invite(app, group, 'genodigd@voorbeeld.nl')
  const open = await makeGroup(app, { kind: 'open', organiser: group.organiser, address: ORGANISER })
  return [
    state('invitation', who, path),
    state('invitation-open', who, await invite(app, open, 'genodigd@voorbeeld.nl')),
    state('groups-invited', who, '/groepen'),
    await answered('invitation-role', who, path, { functie: 'onzin' }),
  ]
}

/** What a member sees on the way, in both kinds of groups. */
async function taking(
  app: TestApp,
  organiser: Visitor,
  state: Make,
  answered: MakeAnswered,
): Promise<State[]> {
  const [role = ''] = instrumentOf(app).roles.map(({ id }) => id)
  const group = await newGroup(app, organiser)
  const begins = await joinGroup(app, group, 'begint@voorbeeld.nl', role)
  const underway = await joinGroup(app, group, 'onderweg@voorbeeld.nl', role)
  await underway.post(`${group.path}/invullen`)
  const finished = await joinGroup(app, group, 'af@voorbeeld.nl', role)
  const scan = await fillInFor(app, group, finished, (_, index) => String(1 + (index % 5)))
  const sent = await joinGroup(app, group, 'ingestuurd@voorbeeld.nl', role)
  await fillInAndSend(app, group, sent, '3')
  const other = await newGroup(app, organiser)
  await finished.post(await invite(app, other, 'af@voorbeeld.nl'), { functie: '' })
  const open = await newGroup(app, organiser, 'open')
  const sharer = await joinGroup(app, open, 'deelt@voorbeeld.nl')
  await fillInFor(app, open, sharer, '4')
  return [
    state('member-begins', begins, `${group.path}?gelukt=meedoen`),
    state('member-underway', underway, group.path),
    state('member-finished', finished, group.path),
    state('member-result', finished, `${scan}/resultaat`),
    state('member-sent', sent, `${group.path}?gelukt=ingestuurd`),
    state('member-with-a-scan', finished, other.path),
    state('send', finished, `${group.path}/insturen`),
    state('leave', sent, `${group.path}/verlaten`),
    state('send-open', sharer, `${open.path}/insturen`),
    await answered('send-open-wrong', sharer, `${open.path}/insturen`, { naam: '' }),
    state('groups', sent, '/groepen'),
    ...(await planned(app, group, sent, state, answered)),
    ...(await besideEachOther(app, open, sharer, state)),
  ]
}

async function planned(
  app: TestApp,
  group: TestGroup,
  who: Visitor,
  state: Make,
  answered: MakeAnswered,
): Promise<State[]> {
  const plan = `${group.path}/plan`
  const empty = await who.get(plan)
  const [statement] = instrumentOf(app).clusters[0]?.statements ?? []
  const fields = { stelling: statement?.id ?? '', wat: 'Elke maand oefenen met een tolk', wie: 'Noor' }
  const action = await agree(app, group, who, {
    ...fields,
    'eerste-stap': 'Een datum prikken',
    'eerste-stap-op': '2026-11-20',
    'klaar-op': '2027-03-01',
  })
  await agree(app, group, who, { wat: 'Foto’s bij de brieven zetten' })
  const behind = { wat: 'Iets anders', status: 'busy', versie: '99' }
  return [
    { ...state('plan-empty', who, plan), html: empty.text },
    state('plan', who, plan),
    state('plan-new', who, `${plan}/nieuw`),
    state('plan-new-of-statement', who, `${plan}/nieuw?stelling=${statement?.id}`),
    await answered('plan-new-wrong', who, `${plan}/nieuw`, { wat: '', 'klaar-op': 'morgen' }),
    state('plan-change', who, `${plan}/${action}`),
    state('plan-erase', who, `${plan}/${action}?wis=ja`),
    await answered('plan-dropped', who, `${plan}/${action}`, { wat: 'Iets', status: 'dropped', versie: '1' }),
    await answered('plan-behind', who, `${plan}/${action}`, behind),
  ]
}

async function besideEachOther(
  app: TestApp,
  group: TestGroup,
  sharer: Visitor,
  state: Make,
): Promise<State[]> {
  const path = `${group.path}/rondes/1`
  const none = await sharer.get(path)
  await sharer.post(`${group.path}/insturen`, { naam: 'Sem' })
  const one = await sharer.get(path)
  for (const name of ['Mara', 'Jan']) {
    const who = await joinGroup(app, group, `${name.toLowerCase()}@voorbeeld.nl`)
    const answers = (_: string, index: number) =>
      index % 6 === 5 ? 'onbekend' : String(1 + ((index * 2) % 5))
    await fillInAndSend(app, group, who, answers, { name })
  }
  return [
    { ...state('beside-none', sharer, path), html: none.text },
    { ...state('beside-one', sharer, path), html: one.text },
    state('beside-three', sharer, path),
    state('member-shares', sharer, group.path),
  ]
}

/** A round of which the date has come. */
async function due(app: TestApp, organiser: Visitor, state: Make): Promise<State[]> {
  const group = await newGroup(app, organiser)
  const member = await joinGroup(app, group, 'telaat@voorbeeld.nl')
  const { db, clock } = app.house
  await db.updateTable('rounds').set({ closesAt: clock() }).where('id', '=', group.round).execute()
  // Before the program comes by, which it does for another group in a moment.
  const ofOrganiser = await organiser.get(group.path)
  const ofMember = await member.get(group.path)
  return [
    { ...state('organiser-due', organiser, group.path), html: ofOrganiser.text },
    { ...state('member-due', member, group.path), html: ofMember.text },
  ]
}

/** What a group was told: nothing, of few people, of many with roles, and of a second round. */
async function told(app: TestApp, organiser: Visitor, state: Make, answered: MakeAnswered): Promise<State[]> {
  const nothing = await newGroup(app, organiser)
  await closeRound(app.house, nothing.round)
  const few = await newGroup(app, organiser)
  await sendIn(app, few, 6, 'paar')
  await tendRounds(app.house)
  const progress = await organiser.get(few.path)
  await closeRound(app.house, few.round)
  const many = await newGroup(app, organiser)
  const people = await sendIn(app, many, 12, 'veel')
  await closeRound(app.house, many.round)
  await agreeOnFour(app, many, organiser)
  const openActions = await organiser.get(`${many.path}/ronde`)
  await organiser.post(`${many.path}/ronde`, { organisator: 'Noor' })
  const again = await organiser.get(`${many.path}/uitnodigen?gelukt=ronde`)
  const opensWith = await organiser.get(many.path)
  const sinceWhileOpen = await organiser.get(`${many.path}/sinds-vorige`)
  const second = await secondRound(app, many, people)
  return [
    { ...state('progress', organiser, few.path), html: progress.text },
    state('told-nothing', organiser, `${nothing.path}/rondes/1`),
    state('talk-not-yet', organiser, `${nothing.path}/gesprek`),
    state('talk', organiser, `${few.path}/gesprek`),
    state('talk-many', people[0] ?? organiser, `${many.path}/gesprek?minuten=90`),
    await answered('talk-none-chosen', organiser, `${few.path}/gesprek`, { 'onderwerp-1': '' }),
    await answered('refused', organiser, `${few.path}/herinneren`, {}),
    state('told-few', organiser, `${few.path}/rondes/1`),
    state('told-many', people[0] ?? organiser, `${many.path}/rondes/1`),
    { ...state('round-again', organiser, `${many.path}/uitnodigen`), html: again.text },
    { ...state('next-round-open-actions', organiser, `${many.path}/ronde`), html: openActions.text },
    { ...state('round-opens-with-the-last', organiser, many.path), html: opensWith.text },
    { ...state('since-while-open', organiser, `${many.path}/sinds-vorige`), html: sinceWhileOpen.text },
    state('told-second', people[0] ?? organiser, second),
    state('since', people[0] ?? organiser, `${many.path}/sinds-vorige`),
    state('since-first-round', organiser, `${few.path}/sinds-vorige`),
    state('closed', organiser, few.path),
    state('next-round', organiser, `${few.path}/ronde`),
  ]
}

/** One of each status, three of them with a statement. */
async function agreeOnFour(app: TestApp, group: TestGroup, who: Visitor): Promise<void> {
  const [first, second, third] = instrumentOf(app).clusters[0]?.statements ?? []
  const fields = (wat: string, wie: string, statement: typeof first) => ({
    wat,
    wie,
    stelling: statement?.id ?? '',
  })
  const oefenen = fields('Elke maand oefenen met een tolk', 'Noor', first)
  await agreeAndUpdate(app, group, who, oefenen, { status: 'done', opmerking: 'Zes keer gedaan.' })
  await agreeAndUpdate(app, group, who, fields('De brieven korter maken', 'Sem', second), { status: 'busy' })
  await agree(app, group, who, { wat: 'Foto’s bij de brieven zetten' })
  const busje = fields('Een busje huren', 'Beleid', third)
  await agreeAndUpdate(app, group, who, busje, { status: 'dropped', opmerking: 'Er is geen geld voor.' })
}

async function sendIn(app: TestApp, group: TestGroup, many: number, mark: string): Promise<Visitor[]> {
  const roles = instrumentOf(app).roles.map(({ id }) => id)
  const people: Visitor[] = []
  for (let number = 0; number < many; number += 1) {
    const who = await joinGroup(app, group, `${mark}${number}@voorbeeld.nl`, roles[number % 2])
    people.push(who)
    await fillInAndSend(app, group, who, answersOf(number))
  }
  return people
}

function answersOf(number: number): (statement: string, index: number) => string {
  return (_, index) =>
    index % 7 === 3 && number % 2 === 0 ? 'onbekend' : String(1 + ((index + number * (index % 4)) % 5))
}

/** The same people fill in once more. Gives the address of the result. */
async function secondRound(app: TestApp, group: TestGroup, people: Visitor[]): Promise<string> {
  const { id } = await app.house.db
    .selectFrom('rounds')
    .select('id')
    .where('groupId', '=', group.id)
    .where('number', '=', 2)
    .executeTakeFirstOrThrow()
  for (const [number, who] of people.entries()) {
    await who.post(await invite(app, { round: id }, `veel${number}@voorbeeld.nl`), { functie: '' })
    await fillInAndSend(app, group, who, answersOf(number + 1))
  }
  await closeRound(app.house, id)
  return `${group.path}/rondes/2`
}
