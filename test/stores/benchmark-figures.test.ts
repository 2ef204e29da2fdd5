import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findNewestBenchmark } from '#database/benchmark-releases.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { tellFigures } from '#domain/release-figures.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import { addPerson, asAnswers, K, LONG_AGO, release } from './benchmark-people.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

onEachStore('the figures of a benchmark', (kind) => {
  let store: TestDatabase
  let instruments: Instrument[]
  beforeAll(async () => {
    store = await openTestDatabase(kind)
    instruments = (await loadInstruments(store.db, join(projectFolder, 'instruments'), LONG_AGO)).current
  }, 60_000)
  afterAll(() => store.close())

  /** Triggers keep rows; emptying a table whole is for tests only. */
  async function startAnew(): Promise<void> {
    await sql`truncate benchmarks, benchmark_lots, benchmark_contributions, scans, accounts cascade`.execute(
      store.db,
    )
  }

  test('are those that the rules give for the same people, in any world', async () => {
    let figures = 0
    for (const instrument of instruments) {
      const answer = fc.constantFrom(...instrument.answers.map(({ id }) => id), null)
      const person = fc.record({
        role: fc.constantFrom(...instrument.roles.map(({ id }) => id), null),
        answers: fc
          .array(answer, { minLength: 40, maxLength: 40 })
          .map((given) =>
            Object.fromEntries(statementsOf(instrument).map(({ id }, at) => [id, given[at] ?? null])),
          ),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(person, { minLength: 12, maxLength: 30 }), async (people) => {
          await startAnew()
          for (const one of people) await addPerson(store.db, instrument, one)
          expect(await release(store.db, instrument)).toMatchObject({ kind: 'released' })
          const told = (await findNewestBenchmark(store.db, instrument.id, instrument.version))?.content
          const everybody = people.map(({ answers }) => asAnswers(answers))
          expect(told?.everybody).toEqual(tellFigures(instrument, everybody, K))
          for (const { part, figures: ofRole } of told?.roles ?? []) {
            const own = people
              .filter(({ role }) => (role ?? '') === part)
              .map(({ answers }) => asAnswers(answers))
            expect(ofRole.clusters).toEqual(tellFigures(instrument, own, K).clusters)
          }
          figures += statementsOf(instrument).length
          // Control: with the answers of others they are not the same.
          const [first = '1', ...others] = instrument.answers.map(({ id }) => id)
          const turned = people.map(({ answers }) =>
            asAnswers(
              Object.fromEntries(
                Object.entries(answers).map(([id, given]) => [
                  id,
                  given === first ? (others[0] ?? null) : first,
                ]),
              ),
            ),
          )
          expect(told?.everybody).not.toEqual(tellFigures(instrument, turned, K))
        }),
        { numRuns: 5, seed: 61 },
      )
    }
    console.log(`${figures} statements of benchmarks equal what the rules give, on ${kind}`)
  })
})
