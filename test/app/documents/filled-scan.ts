import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { startScan, type Visitor } from '#test/visitor.ts'

/** The answer to a statement by its number in the instrument, and a note if there is one. */
export type Given = (number: number) => { answer: string | null; note?: string }

/** Every answer of the instrument in turn, and a note at every third statement. */
export function inTurn(
  instrument: Instrument,
  note = 'Marieke zoekt uit wie de tolkenlijst bijhoudt.',
): Given {
  return (number) => ({
    answer: instrument.answers[(number * 7) % instrument.answers.length]?.id ?? null,
    ...(number % 3 === 0 && { note }),
  })
}

/** Fills in a scan as its page does, and gives its address. */
export async function fillIn(visitor: Visitor, instrument: Instrument, given: Given): Promise<string> {
  const scan = await startScan(visitor, instrument.id)
  for (const { id, number } of statementsOf(instrument)) {
    const { status, text } = await visitor.put(`${scan}/antwoorden/${id}`, given(number))
    if (status !== 200) throw new Error(`${id} was not saved: ${status} ${text}`)
  }
  return scan
}

/** The same, finished. */
export async function finish(visitor: Visitor, instrument: Instrument, given: Given): Promise<string> {
  const scan = await fillIn(visitor, instrument, given)
  const { status } = await visitor.post(`${scan}/afronden`)
  if (status !== 303) throw new Error(`the scan was not finished: ${status}`)
  return scan
}
