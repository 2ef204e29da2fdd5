import type { StoredBenchmark } from '#database/benchmark-releases.ts'
import type { Instrument } from '#domain/instrument.ts'
import { refuse } from '#web/errors.tsx'
import { answerCsv, answerFile, fileNameOf } from '#web/file-answer.ts'
import type { RequestContext } from '#web/house.ts'
import { requireInstrument } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { benchmarkFields, benchmarkRecords, benchmarkSheet } from '#words/benchmark-data.ts'
import { isoDate } from '#words/dutch.ts'
import { toldBenchmark } from './told-benchmark.ts'

/** Everybody may use the figures for anything. */
export const DATA_LICENSE = { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }

export function sendComparisonCsv(c: RequestContext): Response | Promise<Response> {
  return sendFile(c, (instrument, benchmark) =>
    answerCsv(c, benchmarkSheet(instrument, benchmark?.content), nameOf(instrument, benchmark, 'csv')),
  )
}

export function sendComparisonJson(c: RequestContext): Response | Promise<Response> {
  return sendFile(c, (instrument, benchmark) =>
    answerFile(c, {
      body: JSON.stringify(dataOf(c, instrument, benchmark), null, 2),
      type: 'application/json; charset=utf-8',
      name: nameOf(instrument, benchmark, 'json'),
    }),
  )
}

/** Before anything was told there is a file without figures: a program that asks need not know that. */
function sendFile(
  c: RequestContext,
  answer: (instrument: Instrument, benchmark: StoredBenchmark | null) => Response,
): Response | Promise<Response> {
  return requireInstrument(c, async (asked) => {
    const told = await toldBenchmark(c, asked)
    if (told.benchmark === undefined) return refuse(c, 404)
    // The figures never change; the words around them can, with the program.
    const tag = `"${told.benchmark?.contentHash ?? 'nothing'}-${c.get('house').running.version}"`
    c.header('etag', tag)
    c.header('cache-control', 'no-cache')
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    return answer(told.benchmark ? told.instrument : asked, told.benchmark)
  })
}

function dataOf(c: RequestContext, instrument: Instrument, benchmark: StoredBenchmark | null) {
  return {
    title: `Vergelijking: ${instrument.texts.title}`,
    source: c.get('house').site.linkBase + urls.comparison.to({ instrument: instrument.id }),
    license: DATA_LICENSE.url,
    language: instrument.language,
    instrument: instrument.id,
    version: instrument.version,
    number: benchmark?.number ?? null,
    releasedAt: benchmark?.releasedAt.toISOString() ?? null,
    fields: benchmarkFields(instrument),
    figures: benchmark ? benchmarkRecords(instrument, benchmark.content) : [],
  }
}

function nameOf(instrument: Instrument, benchmark: StoredBenchmark | null, extension: string): string {
  const day = benchmark ? [isoDate(benchmark.releasedAt)] : []
  return fileNameOf([instrument.id, 'vergelijking', ...day], extension)
}
