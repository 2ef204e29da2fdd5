import { type Action, type ActionProblem, type ActionStatus, FIRST_STEP_DAYS } from '#domain/plan.ts'
import { type NearDay, REMIND_DAYS } from '#domain/plan-reminder.ts'
import { counted, dutchCount, dutchDate } from './dutch.ts'

/** Whose plan it is: of a group together, or of somebody by themselves, with a scan. */
export type PlanOf = 'group' | 'scan'

type PlanWords = {
  title: string
  /** While there is nothing in it, and when there is. */
  nothingYet: string
  lead: string
  what: string
  missing: string
  who: string
  whoHint: string
  nobody: string
  documentLead: string
  behind: string
  eraseOrDrop: string
}

/** What differs in words between the two: everything else is said the same. */
export const PLAN_WORDS: Record<PlanOf, PlanWords> = {
  group: {
    title: 'Het plan',
    nothingYet:
      'Er staat nog niets in het plan. Spreek na het gesprek iets kleins af: wie doet wat, en wanneer?',
    lead: 'Dit spraken jullie af. Iedereen in de groep kan het bijwerken.',
    what: 'Wat gaan jullie doen?',
    missing: 'Vul in wat jullie gaan doen.',
    who: 'Wie doet het?',
    whoHint: 'Een naam of een functie. Mag nog leeg blijven.',
    nobody: 'Nog niemand',
    documentLead: 'Dit spraken jullie af',
    behind: 'Iemand anders paste dit net aan',
    eraseOrDrop:
      'Hij is dan weg voor iedereen in de groep. Gaat het niet door? Zet dat er liever bij, met de reden. Dan weet iedereen het nog.',
  },
  scan: {
    title: 'Jouw plan',
    nothingYet:
      'Er staat nog niets in je plan. Spreek iets kleins met jezelf af: wat ga je doen, en wanneer?',
    lead: 'Dit sprak je met jezelf af. Werk het bij als er iets verandert.',
    what: 'Wat ga je doen?',
    missing: 'Vul in wat je gaat doen.',
    who: 'Wie doet het, of wie helpt je?',
    whoHint: 'Een naam of een functie. Laat je dit leeg, dan doe jij het.',
    nobody: 'Jij',
    documentLead: 'Dit sprak je met jezelf af',
    behind: 'Dit is net in een ander venster aangepast',
    eraseOrDrop:
      'Hij is dan weg uit je plan. Gaat het niet door? Zet dat er liever bij, met de reden. Dan weet je het later nog.',
  },
}

const STATUSES: Record<ActionStatus, string> = {
  'to-do': 'Nog doen',
  busy: 'Bezig',
  done: 'Gedaan',
  dropped: 'Gaat niet door',
}

export function statusInWords(status: ActionStatus): string {
  return STATUSES[status]
}

/** A day as "7 december 2026". */
export function dayInWords(day: string): string {
  return dutchDate(new Date(`${day}T12:00:00Z`))
}

/** Who does it, and when: "Noor, klaar op 7 december 2026". In a plan of one's own nobody else does it, unless it says so. */
export function whoAndWhen({ who, dueOn }: Pick<Action, 'who' | 'dueOn'>, of: PlanOf = 'group'): string {
  const when = dueOn ? `klaar op ${dayInWords(dueOn)}` : ''
  return [who || PLAN_WORDS[of].nobody, when].filter(Boolean).join(', ')
}

/** "Eerste stap, voor 7 december 2026" */
export function firstStepLabel({ firstStepOn }: Pick<Action, 'firstStepOn'>): string {
  return firstStepOn ? `Eerste stap, voor ${dayInWords(firstStepOn)}` : 'Eerste stap'
}

/** The same with what it is; null when none was agreed. */
export function firstStepInWords(action: Pick<Action, 'firstStep' | 'firstStepOn'>): string | null {
  if (!action.firstStep && !action.firstStepOn) return null
  return action.firstStep ? `${firstStepLabel(action)}: ${action.firstStep}` : `${firstStepLabel(action)}.`
}

const PROBLEMS: Record<Exclude<ActionProblem, 'missing'>, string> = {
  'too-long': 'Dit is te lang. Maak het korter.',
  'no-day': 'Vul een dag in, zoals 2026-12-07.',
  'unlikely-day': 'Kijk de dag nog eens na. Hij ligt ver van vandaag.',
  unknown: 'Kies hoe het ervoor staat.',
  'say-why': 'Schrijf op waarom het niet doorgaat. Dan hoeft niemand het later te vragen.',
}

export function problemInWords(problem: ActionProblem, of: PlanOf = 'group'): string {
  return problem === 'missing' ? PLAN_WORDS[of].missing : PROBLEMS[problem]
}

export const FIRST_STEP_HINT = `Klein genoeg om binnen ${FIRST_STEP_DAYS === 14 ? 'twee weken' : `${FIRST_STEP_DAYS} dagen`} te doen. Wat dan niet begonnen is, begint meestal nooit.`

/** At the result of a scan: what a plan of one's own is for, or how much is in it. */
export function ownPlanInWords(agreed: number): string {
  if (agreed > 0) return `In je plan: ${counted(agreed, 'afspraak', 'afspraken')}.`
  return 'Wil je iets doen met dit resultaat? Spreek iets kleins met jezelf af, met een eerste stap en een dag.'
}

/** Beside the button: what one gets, or would get. */
export function reminderInWords(isOn: boolean, of: PlanOf): string {
  const when = `een mail als een eerste stap of een einddag binnen ${dutchCount(REMIND_DAYS)} dagen komt`
  const most = 'Hooguit één mail per dag, en over elke dag één keer.'
  if (isOn) return `Je krijgt ${when}. ${most}`
  return [`Wil je ${when}?`, most, ...(of === 'group' ? ['Niemand ziet of je dit aanzet.'] : [])].join(' ')
}

/** As much of a text as fits in a line of a letter. */
const LONGEST = 140

/** A line in a letter: "7 december 2026, eerste stap: een datum prikken (Noor)". One line, however it was typed. */
export function nearDayInWords({
  action: { what, who, firstStep },
  day,
  kind,
}: NearDay<Pick<Action, 'what' | 'who' | 'firstStep'>>): string {
  const label = kind === 'due' ? 'klaar' : 'eerste stap'
  const text = inOneLine(kind === 'due' ? what : firstStep || what)
  return `${dayInWords(day)}, ${label}: ${text}${who ? ` (${inOneLine(who)})` : ''}`
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  // By letters as people count them: half an emoji is no letter.
  const letters = [...line]
  if (letters.length <= LONGEST) return line
  return `${letters.slice(0, LONGEST).join('').replace(/ \S*$/, '')}…`
}
