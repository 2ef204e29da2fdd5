import { sql } from 'kysely'
import type { IndexedWord } from '#domain/search-index.ts'
import type { WordMatch } from '#domain/search-ranking.ts'
import type { AskedWord } from '#domain/search-synonyms.ts'
import type { Database } from './connect.ts'
import { atLeisure } from './postgresql.ts'

const EDITIONS_KEPT = 3
/** Words less alike than this (0 to 1, by shared groups of three letters) are other words. */
const ALIKE = 0.4

/**
 * Keeps the words of an edition, unless they are there already: then the index is not even made. Older
 * editions stay a while for nodes that still show them. Safe when several nodes start together.
 */
export async function keepSearchIndex(
  db: Database,
  edition: string,
  makeIndex: () => IndexedWord[],
  now: Date,
): Promise<'made' | 'already-there'> {
  return atLeisure(() =>
    db.transaction().execute(async (transaction) => {
      await sql`set local statement_timeout = 0`.execute(transaction)
      const { numUpdatedRows } = await transaction
        .updateTable('searchEditions')
        .set({ madeAt: now })
        .where('edition', '=', edition)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows > 0n) return 'already-there'
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('searchEditions')
        .values({ edition, madeAt: now })
        .onConflict((conflict) => conflict.column('edition').doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 0n) return 'already-there'
      await sql`
        insert into search_words (edition, word, stem, documents, weights)
        select ${edition}, given.word, coalesce(${stemOf(sql.ref('given.word'))}, given.word),
          given.documents, given.weights
        from jsonb_to_recordset(${JSON.stringify(makeIndex())}::jsonb)
          as given (word text, documents integer[], weights real[])`.execute(transaction)
      await transaction
        .deleteFrom('searchEditions')
        .where('edition', '<>', edition)
        .where('edition', 'not in', (query) =>
          query.selectFrom('searchEditions').select('edition').orderBy('madeAt', 'desc').limit(EDITIONS_KEPT),
        )
        .execute()
      return 'made'
    }),
  )
}

/**
 * The words of an edition that answer to the terms: the same stem (begeleiden, begeleiding), compounds that
 * hold the term (bewaartermijn) and, for terms that no text has, parts of it and words that look alike.
 * Words that say nothing (de, een, hoe) count only when there are no others.
 */
export async function findWords(db: Database, edition: string, asked: AskedWord[]): Promise<WordMatch[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<WordMatch>`
    with given as (
      select term, word, weight, ${stemOf(sql.ref('word'))} as stem
      from unnest(
        ${asked.map(({ term }) => term)}::integer[],
        ${asked.map(({ word }) => word)}::text[],
        ${asked.map(({ weight }) => weight)}::real[]
      ) as asked (term, word, weight)
    ),
    asked as (
      select term, word, weight, coalesce(stem, word) as stem,
        exists (
          select from search_words known
          where known.edition = ${edition} and known.stem = coalesce(given.stem, given.word)
        ) as is_known
      from given
      where stem is not null or not exists (select from given other where other.stem is not null)
    ),
    found as (
      select term, words.word, weight * case when words.word = asked.word then 1.05 else 1 end as quality
      from asked join search_words words on words.edition = ${edition} and words.stem = asked.stem
      union all
      select term, words.word, weight * case when words.word like '%' || asked.stem then 0.7 else 0.6 end
      from asked join search_words words
        on words.edition = ${edition} and words.word like '%' || asked.stem || '%'
      where char_length(asked.stem) >= 4
      union all
      select term, words.word, weight * 0.7 * char_length(words.word) / char_length(asked.word)
      from asked
        cross join generate_series(4, char_length(asked.word) - 1) as length
        cross join lateral (values (left(asked.word, length)), (right(asked.word, length))) as part (word)
        join search_words words on words.edition = ${edition} and words.word = part.word
      where not is_known and char_length(asked.word) >= 8 and char_length(part.word) >= 4
      union all
      select term, words.word, weight * 0.9 * similarity(words.word, asked.word)
      from asked join search_words words on words.edition = ${edition} and words.word % asked.word
      where not is_known and char_length(asked.word) >= 4 and similarity(words.word, asked.word) >= ${ALIKE}
    )
    select term, word, max(quality)::real as quality, documents, weights
    from found join search_words words using (word)
    where words.edition = ${edition}
    group by term, word, documents, weights`.execute(db)
  return rows
}

/**
 * The Dutch stem by PostgreSQL's own dictionary; null for words that say nothing. A last v or z is the f or
 * s of the same word in the singular (brieven, brief; huizen, huis).
 */
function stemOf(word: ReturnType<typeof sql.ref>) {
  return sql<string | null>`(
    select left(stem, -1) || translate(right(stem, 1), 'vz', 'fs')
    from (select (ts_lexize('dutch_stem', ${word}))[1] as stem) as lexized
  )`
}
