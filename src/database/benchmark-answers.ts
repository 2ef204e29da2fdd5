import { sql, type Transaction } from 'kysely'
import type { Background } from '#domain/benchmark.ts'
import type { Packing } from '#domain/benchmark-packing.ts'
import type { Tables } from './tables.ts'

/** So many people at a time: some hundredths of a second, in which no page is made. */
const AT_ONCE = 5_000

/**
 * The answers of everybody who takes part (`gatherPeople`), each packed in a few numbers. Only what releases a
 * benchmark may ask for it. Nothing in what it gives leads to a person, and nothing of the order says who is who.
 */
export async function* readPackedAnswers(
  trx: Transaction<Tables>,
  packing: Packing,
): AsyncGenerator<(Background & { words: number[] })[]> {
  await keepWeights(trx, packing)
  const words = Array.from({ length: packing.words }, (_, word) => word)
  const sums = words.map((word) => sql`sum(weight) filter (where word = ${sql.lit(word)}) as ${nameOf(word)}`)
  await sql`
    declare benchmark_answers no scroll cursor for
    select role, organisation_kind, ${sql.join(words.map(nameOf))}
    from benchmark_people left join (
      select scan_id, ${sql.join(sums)}
      from scan_answers join benchmark_weights using (statement, answer)
      group by scan_id
    ) packed using (scan_id)`.execute(trx)
  for (;;) {
    const { rows } = await sql<Background & Record<string, number | null>>`
      fetch ${sql.lit(AT_ONCE)} from benchmark_answers`.execute(trx)
    if (rows.length === 0) return
    yield rows.map(({ role, organisationKind, ...row }) => ({
      role,
      organisationKind,
      words: words.map((word) => Number(row[`word${word}`] ?? 0)),
    }))
  }
}

function nameOf(word: number) {
  return sql.ref(`word${word}`)
}

async function keepWeights(trx: Transaction<Tables>, { weights }: Packing): Promise<void> {
  await sql`create temporary table benchmark_weights (
    statement text, answer text, word integer, weight double precision
  ) on commit drop`.execute(trx)
  await sql`
    insert into benchmark_weights
    select * from unnest(
      ${weights.map(({ statement }) => statement)}::text[],
      ${weights.map(({ answer }) => answer)}::text[],
      ${weights.map(({ word }) => word)}::integer[],
      ${weights.map(({ weight }) => weight)}::double precision[]
    )`.execute(trx)
  await sql`analyze benchmark_weights`.execute(trx)
}
