import type { MeetingStep, TopicStep } from '#domain/meeting.ts'

/** What stands above a screen of a topic, and what to do there. */
type StepWords = { kicker: string; prompt: string }

const TOPIC: Record<TopicStep, StepWords> = {
  look: { kicker: 'Hier gaat het over', prompt: 'Denk eerst even stil voor jezelf. Praat daarna.' },
  stand: { kicker: 'Waar staan we nu?', prompt: 'Welke zin past nu het best bij ons als team?' },
  weigh: { kicker: 'Hoe dringend is dit?', prompt: 'Wanneer moeten we hiermee aan de slag?' },
  tips: { kicker: 'Wat gaan we doen?', prompt: 'Kies hooguit twee tips die bij ons passen.' },
  agree: { kicker: 'Wat spreken we af?', prompt: 'Maak het klein. Wie doet wat, en wanneer?' },
}

export function topicStepWords(step: TopicStep): StepWords {
  return TOPIC[step]
}

const STEP_NAMES: Record<MeetingStep['kind'], string> = {
  welcome: 'Welkom',
  back: 'Terugkijken',
  dilemma: 'Dilemma',
  look: 'Waar het over gaat',
  stand: 'Waar we staan',
  weigh: 'Hoe dringend het is',
  tips: 'Wat we gaan doen',
  agree: 'Wat we afspreken',
  close: 'Afsluiten',
}

/** "Welkom", "Waar we staan", and with its topic "Meer tijd: waar we staan" */
export function stepName(step: MeetingStep, topic: string | null): string {
  const name = STEP_NAMES[step.kind]
  return topic ? `${topic}: ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name
}

/** The rules of the room, for whoever comes in. */
export const ROOM_RULES = [
  'Je doet mee zonder naam en zonder account.',
  'Je ziet op je telefoon wat er op het scherm staat.',
  'Wat je stemt, is van jou. Niemand ziet wat jij koos, ook de leider niet.',
] as const
