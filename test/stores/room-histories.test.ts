import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishInstrumentVersion } from '#database/instruments.ts'
import { addGuest } from '#database/meeting-votes.ts'
import { endMeeting, startMeeting } from '#database/meetings.ts'
import { WEIGHTS } from '#domain/meeting.ts'
import type { VoteOutcome } from '#domain/vote.ts'
import { castVote, tellOutcome } from '#features/groups/room/cast-vote.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { INSTRUMENT } from './sample-scan.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

const K = 5
const PHONES = 8
const STEPS = ['weigh:s1', 'weigh:s2']
const BALLOT = { options: WEIGHTS, most: 1 }
const NOW = new Date('2026-11-24T10:00:00Z')

/** What can happen in the room of a group; a phone and a choice by their numbers. */
type Happening =
  | { what: 'vote'; phone: number; choice: number }
  | { what: 'vote-all'; but: number; choice: number }
  | { what: 'leave'; phone: number }
  | { what: 'show'; step: number }
  | { what: 'tell' | 'tell-when-complete' | 'end-and-begin' }

const phone = fc.nat({ max: PHONES - 1 })
const choice = fc.nat({ max: 2 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('vote' as const), phone, choice }) },
  {
    weight: 7,
    arbitrary: fc.record({ what: fc.constant('vote-all' as const), but: fc.nat({ max: 3 }), choice }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('leave' as const), phone }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('show' as const), step: fc.nat({ max: 1 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constantFrom('tell' as const, 'tell-when-complete' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('end-and-begin' as const) }) },
)

/** Now and then a room does what it is there for: everybody votes, and it is told. */
const histories = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: happening.map((one) => [one]) },
      { weight: 1, arbitrary: choice.map(votesAndTells) },
    ),
    {
      minLength: 20,
      maxLength: 40,
    },
  )
  .map((parts) => parts.flat())

function votesAndTells(chosen: number): Happening[] {
  return [{ what: 'vote-all', but: 0, choice: chosen }, { what: 'tell' }]
}

type Told = { meeting: string; step: string; outcome: VoteOutcome; text: string }

onEachStore('whatever happens in a room', (kind) => {
  let store: TestDatabase
  const counts = { histories: 0, happenings: 0, told: 0 }
  beforeAll(async () => {
    store = await openTestDatabase(kind)
    await publishInstrumentVersion(store.db, INSTRUMENT)
  }, 60_000)
  afterAll(() => store.close())

  const desk = () => ({ db: store.db, clock: () => NOW, secrets: systemSecrets })

  async function makeRound(): Promise<string> {
    const id = systemSecrets.createId()
    const { instrument, version } = INSTRUMENT
    await sql`insert into groups (id, name, instrument, kind, created_at)
      values (${id}, 'Groep', ${instrument}, 'confidential', now())`.execute(store.db)
    await sql`insert into rounds
      (id, group_id, number, instrument, instrument_version, least, opened_at, closes_at)
      values (${id}, ${id}, 1, ${instrument}, ${version}, ${K}, now(), now())`.execute(store.db)
    return id
  }

  async function begin(round: string): Promise<string> {
    const id = systemSecrets.createId()
    const agenda = { looksBack: false, dilemma: null, statements: ['s1', 's2'] }
    const place = { id, groupId: round, roundId: round, code: id, step: STEPS[0] ?? '', startedAt: NOW }
    await startMeeting(store.db, { ...agenda, ...place })
    return id
  }

  /** Every phone, by its id. */
  async function comeIn(meeting: string): Promise<string[]> {
    const ids = Array.from({ length: PHONES }, () => systemSecrets.createId())
    for (const id of ids) {
      const guest = { id, meetingId: meeting, tokenHash: id, seenAt: NOW }
      await store.db.transaction().execute((trx) => addGuest(trx, guest, PHONES))
    }
    return ids
  }

  /** Plays a history in a round of its own; `turn` gives everybody another opinion. Gives what could be noticed. */
  async function play(history: readonly Happening[], turn: number) {
    const round = await makeRound()
    let meeting = await begin(round)
    let step = STEPS[0] ?? ''
    let guests = await comeIn(meeting)
    const trace: string[] = []
    const vote = async (number: number, chosen: number) => {
      const choices = [WEIGHTS[(chosen + turn) % WEIGHTS.length] ?? 'now']
      const guestId = guests[number] ?? ''
      trace.push(await castVote(desk(), { meetingId: meeting, step }, { guestId, choices }))
    }
    for (const one of history) {
      counts.happenings += 1
      if (one.what === 'vote') await vote(one.phone, one.choice)
      else if (one.what === 'vote-all') {
        for (let number = one.but; number < PHONES; number += 1) await vote(number, one.choice + number)
      } else if (one.what === 'leave') {
        const gone = new Date(NOW.getTime() - 10 * 60_000)
        await store.db
          .updateTable('meetingGuests')
          .set({ seenAt: gone })
          .where('id', '=', guests[one.phone] ?? '')
          .execute()
      } else if (one.what === 'show') {
        step = STEPS[one.step] ?? ''
        await store.db.updateTable('meetings').set({ step }).where('id', '=', meeting).execute()
      } else if (one.what === 'tell' || one.what === 'tell-when-complete') {
        const whenComplete = one.what === 'tell-when-complete'
        const place = { meetingId: meeting, step }
        trace.push(String(await tellOutcome(desk(), place, { ballot: BALLOT, whenComplete })))
      } else if (one.what === 'end-and-begin') {
        const old = meeting
        await store.db.transaction().execute((trx) => endMeeting(trx, old, NOW))
        meeting = await begin(round)
        step = STEPS[0] ?? ''
        guests = await comeIn(meeting)
      }
    }
    const told = await toldOf(round)
    trace.push(...told.map(({ outcome }) => outcome.kind))
    return { round, meeting, told, trace }
  }

  async function toldOf(round: string): Promise<Told[]> {
    const rows = await store.db
      .selectFrom('meetingOutcomes')
      .innerJoin('meetings', 'meetings.id', 'meetingOutcomes.meetingId')
      .select(['meetingId', 'meetingOutcomes.step', 'outcome', sql<string>`outcome::text`.as('text')])
      .where('roundId', '=', round)
      .orderBy('meetings.startedAt')
      .orderBy('meetings.id')
      .orderBy('meetingOutcomes.step')
      .execute()
    return rows.map(({ meetingId, ...row }) => ({ meeting: meetingId, ...row }))
  }

  /** What is wrong with what a round was told, by the promise alone. */
  function wrongsIn(told: readonly Told[]): string[] {
    const about = told.filter(({ outcome }) => outcome.kind !== 'nothing')
    const twice = about.filter(({ step }, index) => about.findIndex((one) => one.step === step) < index)
    const few = about.filter(({ outcome }) => outcome.kind === 'counts' && outcome.voters < K)
    return [
      ...twice.map(({ step }) => `${step} told twice`),
      ...few.map(({ step }) => `${step} told of too few`),
    ]
  }

  test('a vote is told once per round and of enough people, whether or not people agree', async () => {
    const outOfMany = { tellable: 0, published: 0 }
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const [one, other] = [await play(history, 0), await play(history, 1)]
        counts.histories += 1
        counts.told += one.told.length
        expect(wrongsIn(one.told)).toEqual([])
        // The same happenings with other opinions: the same is told of, and the same is refused.
        expect([...one.trace].sort()).toEqual([...other.trace].sort())
        // What was told is what stays, and of what was not told nothing stays once it is over.
        for (const { meeting, step } of one.told) {
          const left = await store.db
            .selectFrom('meetingVotes')
            .select('step')
            .where('meetingId', '=', meeting)
            .where('step', '=', step)
            .execute()
          expect(left).toEqual([])
        }
        await store.db.transaction().execute((trx) => endMeeting(trx, one.meeting, NOW))
        const before = one.told.map(({ text }) => text)
        expect((await toldOf(one.round)).map(({ text }) => text)).toEqual(before)
        outOfMany.tellable += 1
        if (one.told.some(({ outcome }) => outcome.kind !== 'nothing')) outOfMany.published += 1
      }),
      { numRuns: 25, endOnFailure: true },
    )
    console.log(
      `rooms on ${kind}: ${counts.histories} histories of ${counts.happenings} happenings, ${counts.told} votes told, ` +
        `${outOfMany.published} of ${outOfMany.tellable} rounds were told something, 0 wrong`,
    )
    // A promise that is kept by telling nothing would be no promise.
    expect(outOfMany.published / outOfMany.tellable).toBeGreaterThan(0.6)
  }, 120_000)

  test('everybody voting in a room always tells something', async () => {
    const { told } = await play([{ what: 'vote-all', but: 0, choice: 0 }, { what: 'tell-when-complete' }], 0)
    expect(told.map(({ outcome }) => outcome.kind)).toEqual(['counts'])
  })

  test('control: telling it in two conversations, or of too few, is noticed', async () => {
    const one: Told = {
      meeting: 'a',
      step: 'weigh:s1',
      outcome: { kind: 'counts', voters: 6, counts: [] },
      text: '',
    }
    expect(wrongsIn([one, { ...one, meeting: 'b' }])).toEqual(['weigh:s1 told twice'])
    const few: Told = { ...one, outcome: { kind: 'counts', voters: 4, counts: [] } }
    expect(wrongsIn([few])).toEqual(['weigh:s1 told of too few'])
  })
})
