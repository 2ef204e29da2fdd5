import { closingDays, readClosingDay } from '#domain/closing-day.ts'
import {
  GROUP_MESSAGE_LENGTH,
  GROUP_NAME_LENGTH,
  type GroupKind,
  ORGANISER_NAME_LENGTH,
} from '#domain/group.ts'
import type { Instrument } from '#domain/instrument.ts'
import type { FormFields } from '#web/body.ts'
import { dutchDate } from '#words/dutch.ts'
import { leastOptions } from './least-options.ts'

export const ROUND_FIELDS = ['sluitdatum', 'organisator', 'bericht', 'minimum'] as const
export const GROUP_FIELDS = ['naam', 'instrument', 'soort', ...ROUND_FIELDS] as const

export type TypedGroup = Record<(typeof GROUP_FIELDS)[number], string>
export type GroupErrors = Partial<TypedGroup>

export type ReadRound = { closesAt: Date; organiser: string; message: string; least: number }
export type ReadGroup = ReadRound & { name: string; kind: GroupKind; instrument: Instrument }

type Outcome<Value> = { ok: true; value: Value } | { ok: false; errors: GroupErrors }

/** As an empty form begins. */
export function emptyGroup(instruments: Instrument[], minGroup: number, now: Date): TypedGroup {
  return {
    naam: '',
    instrument: instruments[0]?.id ?? '',
    soort: 'confidential',
    sluitdatum: closingDays(now).usual,
    organisator: '',
    bericht: '',
    minimum: String(minGroup),
  }
}

/** What was typed, as it is shown again. */
export function typedGroup(form: FormFields, before: TypedGroup): TypedGroup {
  const typed = { ...before }
  for (const name of GROUP_FIELDS) typed[name] = form.get(name) ?? before[name]
  return typed
}

export function readGroup(
  typed: TypedGroup,
  instruments: Instrument[],
  minGroup: number,
  now: Date,
): Outcome<ReadGroup> {
  const name = oneLine(typed.naam)
  const instrument = instruments.find(({ id }) => id === typed.instrument)
  const kind = typed.soort === 'confidential' || typed.soort === 'open' ? typed.soort : undefined
  const round = readRound(typed, minGroup, now)
  const errors: GroupErrors = {
    ...(name === '' && { naam: 'Vul in hoe de groep heet.' }),
    ...(name.length > GROUP_NAME_LENGTH && {
      naam: `De naam is te lang. Gebruik hooguit ${GROUP_NAME_LENGTH} tekens.`,
    }),
    ...(!instrument && { instrument: 'Kies wat jullie invullen.' }),
    ...(!kind && { soort: 'Kies wat de groep te zien krijgt.' }),
    ...(!round.ok && round.errors),
  }
  if (!round.ok || !instrument || !kind || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { ...round.value, name, kind, instrument } }
}

export function readRound(typed: TypedGroup, minGroup: number, now: Date): Outcome<ReadRound> {
  const organiser = oneLine(typed.organisator)
  const message = typed.bericht.trim()
  const closing = readClosingDay(typed.sluitdatum, now)
  const least = leastOptions(minGroup).find(({ value }) => value === typed.minimum)
  const errors: GroupErrors = {
    ...(organiser === '' && { organisator: 'Vul je naam in. Anders weten mensen niet wie hen uitnodigt.' }),
    ...(organiser.length > ORGANISER_NAME_LENGTH && {
      organisator: `Je naam is te lang. Gebruik hooguit ${ORGANISER_NAME_LENGTH} tekens.`,
    }),
    ...(message.length > GROUP_MESSAGE_LENGTH && {
      bericht: `Je bericht is te lang. Gebruik hooguit ${GROUP_MESSAGE_LENGTH} tekens.`,
    }),
    ...(!closing.ok && { sluitdatum: dayError(closing.refusal, now) }),
    ...(!least && { minimum: 'Kies hoeveel mensen er minstens nodig zijn.' }),
  }
  if (!closing.ok || !least || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { closesAt: closing.closesAt, organiser, message, least: Number(least.value) } }
}

function dayError(refusal: 'no-day' | 'too-soon' | 'too-late', now: Date): string {
  const { first, last } = closingDays(now)
  const inWords = (day: string) => dutchDate(new Date(`${day}T12:00:00Z`))
  if (refusal === 'no-day') return `Vul een dag in, zoals ${first}.`
  return refusal === 'too-soon'
    ? `Kies een dag vanaf ${inWords(first)}. Mensen hebben tijd nodig om in te vullen.`
    : `Kies een dag tot en met ${inWords(last)}. Daarna zegt het te weinig over nu.`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
