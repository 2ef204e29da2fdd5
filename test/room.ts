import { findRunningMeeting, type StoredMeeting } from '#database/meetings.ts'
import type { TestGroup } from './team.ts'
import type { TestApp } from './test-app.ts'
import type { Answer, Visitor } from './visitor.ts'

/** A conversation as its leader has it: what is on the wall, and everything that can be done there. */
export type TestRoom = {
  code: string
  leader: Visitor
  /** The screen on the wall now. */
  screen: () => Promise<string>
  /** Does something from the screen that is on the wall now. */
  lead: (doe: string, fields?: Record<string, string>) => Promise<Answer>
  /** Shows this screen. */
  goTo: (step: string) => Promise<void>
  meeting: () => Promise<StoredMeeting>
}

/** Begins a conversation as the leader does. */
export async function openRoom(
  app: TestApp,
  group: TestGroup,
  leader = group.organiser,
  fields: Record<string, string> = {},
): Promise<TestRoom> {
  const path = `${group.path}/gesprek/zaal`
  const begun = await leader.post(path, { doe: 'begin', ...fields })
  if (begun.status !== 303) throw new Error(`no conversation was begun: ${begun.status}`)
  const meeting = async () => {
    const running = await findRunningMeeting(app.house.db, group.id)
    if (!running) throw new Error('there is no conversation')
    return running
  }
  const lead: TestRoom['lead'] = async (doe, more = {}) =>
    leader.post(path, { doe, stap: (await meeting()).step, ...more })
  return {
    code: (await meeting()).code ?? '',
    leader,
    screen: async () => (await leader.get(path)).text,
    lead,
    goTo: async (step) => {
      const { status } = await lead('naar', { naar: step })
      if (status !== 303) throw new Error(`the room did not go to ${step}: ${status}`)
    },
    meeting,
  }
}

/** A phone that came in with the code. */
export type TestPhone = {
  visitor: Visitor
  see: () => Promise<string>
  /** Votes on the screen that is on the wall now; says where it is sent. */
  vote: (...choices: string[]) => Promise<string | null>
}

export async function comeInWithPhone(app: TestApp, room: TestRoom): Promise<TestPhone> {
  const visitor = app.newVisitor()
  const path = `/mee/${room.code}`
  const came = await visitor.post(path, { doe: 'mee' })
  if (came.status !== 303) throw new Error(`the phone was not let in: ${came.status}`)
  return {
    visitor,
    see: async () => (await visitor.get(path)).text,
    vote: async (...choices) => {
      const { step } = await room.meeting()
      const isSingle = !/^(tips|back)/.test(step)
      const fields = isSingle
        ? { keuze: choices[0] ?? '' }
        : Object.fromEntries(choices.map((choice) => [`keuze-${choice}`, 'ja']))
      return (await visitor.post(path, { stap: step, ...fields })).location
    },
  }
}

export function comeInWithPhones(app: TestApp, room: TestRoom, count: number): Promise<TestPhone[]> {
  return Promise.all(Array.from({ length: count }, () => comeInWithPhone(app, room)))
}
