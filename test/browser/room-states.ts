import { tendRounds } from '#src/tend-rounds.ts'
import { signUp } from '#test/account-holder.ts'
import { comeInWithPhones, openRoom, type TestPhone, type TestRoom } from '#test/room.ts'
import { agreeAndUpdate, beginNextRound, fillInAndSend, joinGroup, makeToldGroup } from '#test/team.ts'
import type { TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'
import type { State } from './states.ts'

/** Which addresses belong to a conversation in the room. */
export const OF_A_ROOM = /^\/mee(\/|$)|\/gesprek\/(zaal|verslag)/

const ORGANISER = 'leider@voorbeeld.nl'
/** How many phones vote: enough for counts, for an order, and too few for anything. */
const PHONES = 6

/** Every screen of a conversation, on the wall and on a phone, with what becomes of each vote. */
export async function roomStates(app: TestApp): Promise<State[]> {
  const leader = await signUp(app, ORGANISER)
  const group = await makeToldGroup(app, leader, ORGANISER)
  const path = `${group.path}/gesprek/zaal`
  const states: State[] = []
  const keep = async (name: string, who: Visitor, at: string) => {
    states.push({ name, who, path: at, html: (await who.get(at)).text })
  }
  const answered = async (name: string, who: Visitor, at: string, fields: Record<string, string>) => {
    states.push({ name, who, path: at, html: (await who.post(at, fields)).text })
  }
  await keep('record-empty', leader, `${group.path}/gesprek/verslag`)
  await agreeAndUpdate(app, group, leader, { wat: 'Oefenen met een tolk', wie: 'Noor' }, { status: 'done' })
  await agreeAndUpdate(app, group, leader, { wat: 'Kortere brieven', wie: 'Sem' }, { status: 'busy' })
  await nextRound(app, group)
  await keep('room-start', leader, path)

  const dilemma = app.house.conversationOn(app.instruments[0]?.id ?? '').dilemmas[0]?.id
  const room = await openRoom(app, group, leader, dilemma ? { dilemma } : {})
  const inside = `/mee/${room.code}`
  await keep('room-code', app.newVisitor(), '/mee')
  await answered('room-code-wrong', app.newVisitor(), '/mee', { code: 'fout' })
  await keep('room-door', app.newVisitor(), inside)
  const phones = await comeInWithPhones(app, room, PHONES)
  const [phone] = phones
  if (!phone) throw new Error('there is no phone')
  const topic = (await room.meeting()).statements[0] ?? ''
  for (const step of [
    'welcome',
    'back',
    ...(dilemma ? [`dilemma:${dilemma}`] : []),
    `look:${topic}`,
    `stand:${topic}`,
  ]) {
    await showStep(room, step)
    const name = step.split(':')[0] ?? ''
    await keep(`wall-${name}`, leader, path)
    await keep(`phone-${name}`, phone.visitor, inside)
    await vote(phones, phone)
    await keep(`phone-${name}-voted`, phone.visitor, inside)
    await vote(phones.slice(1), phone)
    await keep(`wall-${name}-told`, leader, path)
    await keep(`phone-${name}-told`, phone.visitor, inside)
  }
  await showStep(room, `weigh:${topic}`)
  await vote(phones.slice(0, 4), phone)
  await room.lead('toon')
  await keep('wall-order', leader, path)
  await showStep(room, `tips:${topic}`)
  await keep('wall-tips', leader, path)
  await keep('phone-tips', phone.visitor, inside)
  await room.lead('toon')
  await keep('wall-too-few', leader, path)
  await showStep(room, `agree:${topic}`)
  await room.lead('notitie', { tekst: 'We oefenen te weinig met tolken.' })
  await room.lead('afspraak', { stelling: topic, wat: 'Elke maand oefenen', wie: 'Noor' })
  await room.lead('stil')
  await keep('wall-agree', leader, `${path}?gelukt=afspraak`)
  const wrong = { doe: 'afspraak', stap: `agree:${topic}`, wat: '', 'klaar-op': 'morgen' }
  await answered('wall-agree-wrong', leader, path, wrong)
  await showStep(room, 'close')
  await keep('wall-close', leader, path)
  await keep('phone-too-late', phone.visitor, `${inside}?let-op=te-laat`)
  await room.lead('einde')
  await keep('room-ended', leader, `${path}?gelukt=afgesloten`)
  await keep('phone-ended', phone.visitor, inside)
  await keep('record', leader, `${group.path}/gesprek/verslag?gelukt=gewist`)
  return states
}

async function showStep(room: TestRoom, step: string): Promise<void> {
  if ((await room.meeting()).step !== step) await room.goTo(step)
}

/** Each of them takes what comes first on their own screen, whatever there is to vote on. */
async function vote(phones: readonly TestPhone[], { see }: TestPhone): Promise<void> {
  const html = await see()
  const single = /name="keuze"[^>]*value="([^"]+)"/.exec(html)?.[1]
  const several = /name="keuze-([^"]+)"/.exec(html)?.[1]
  const choice = single ?? several
  if (choice) for (const phone of phones) await phone.vote(choice)
}

/** A second round of which the group is told: then there is something to look back on. */
async function nextRound(app: TestApp, group: Awaited<ReturnType<typeof makeToldGroup>>): Promise<void> {
  const next = await beginNextRound(app, group)
  for (let number = 0; number < 5; number += 1) {
    const who = await joinGroup(app, next, `tweede${number}@voorbeeld.nl`)
    await fillInAndSend(app, next, who, (_, index) => String(1 + ((index + number) % 5)))
  }
  await group.organiser.post(`${group.path}/sluiten`)
  await tendRounds(app.house)
}
