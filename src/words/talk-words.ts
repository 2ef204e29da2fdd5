import type { StatementQuestions } from '#domain/conversation-schema.ts'
import type { TopicReason } from '#domain/talk.ts'

/** Why a statement is worth talking about, how to begin and how to go deeper. */
export type TopicWords = { label: string; why: string; question: string; deepen: string[] }

/** For each reason three ways to begin, so that three topics with one reason do not get the same question. */
type Reason = { label: string; why: string; questions: [question: string, deepen: string][] }

const REASONS: Record<TopicReason, Reason> = {
  mixed: {
    label: 'hier verschillen jullie',
    why: 'Jullie zien dit verschillend. Dat is geen fout: ieder ziet een ander stuk van het werk.',
    questions: [
      [
        'Wat maakte je mee waardoor je dit zo ziet?',
        'Wat ziet een ander dat jij vanaf jouw plek niet kunt zien?',
      ],
      [
        'Wie wil een gesprek van de laatste maand vertellen waarin dit speelde?',
        'Waar hing het van af hoe het ging?',
      ],
      ['Wat merk je hiervan op een gewone dag?', 'Wat zou een klant zeggen als we het vroegen?'],
    ],
  },
  'role-gap': {
    label: 'functies zien dit anders',
    why: 'De ene functie ziet dit anders dan de andere.',
    questions: [
      [
        'Wat merkt iedereen hiervan in een gewone werkweek?',
        'Wat zou de ander moeten weten om het te zien zoals jij?',
      ],
      ['Wat doe jij hieraan, vanuit jouw plek?', 'Wat heb je daarvoor van een ander nodig?'],
      ['Welke afspraak hierover ken je, en wie maakte die?', 'Wat gebeurt er als die afspraak niet lukt?'],
    ],
  },
  unknown: {
    label: 'veel mensen weten dit niet',
    why: 'Veel mensen weten niet hoe dit bij jullie gaat. Ook dat is een uitkomst.',
    questions: [
      [
        'Wie zou het wel weten, en hoe komen we daarachter?',
        'Wat merkt een klant ervan als niemand dit weet?',
      ],
      ['Wat weet je hier wel van, al is het weinig?', 'Wat zou je anders doen als je het wist?'],
      [
        'Waar zou je dit opzoeken, of aan wie zou je het vragen?',
        'Wie moet dit straks aan een nieuwe collega vertellen?',
      ],
    ],
  },
  low: {
    label: 'hier is ruimte om te groeien',
    why: 'Hier valt voor jullie het meeste te winnen.',
    questions: [
      [
        'Wanneer ging dit een keer wel goed, en wat hielp toen?',
        'Wat houdt ons tegen, en wat daarvan kunnen we zelf veranderen?',
      ],
      ['Wat merkt een klant ervan dat dit nog niet lukt?', 'Wat is het kleinste dat morgen al anders kan?'],
      ['Wat deden we eerder om dit te verbeteren?', 'Waarom hield dat niet stand?'],
    ],
  },
  high: {
    label: 'dit staat al stevig',
    why: 'Dit gaat al goed. Daar mag je trots op zijn, en anderen kunnen ervan leren.',
    questions: [
      [
        'Wat doen we hier precies, en wie heeft dat zo gemaakt?',
        'Hoe zorgen we dat het blijft als die mensen er niet meer zijn?',
      ],
      ['Waar merk je aan dat dit goed gaat?', 'Wat hiervan helpt ook bij iets dat nog niet lukt?'],
      ['Wat zou een ander team hiervan overnemen?', 'Wat kost het ons om dit zo te houden?'],
    ],
  },
}

const CHOSEN: Reason = {
  label: 'zelf gekozen',
  why: 'Dit kozen jullie zelf.',
  questions: [
    ['Wat kom je hiervan tegen in je werk?', 'Wat zou het makkelijker maken?'],
    ['Waarom is dit nu belangrijk?', 'Wat gebeurt er als we niets doen?'],
    ['Wat weten we hier al van?', 'Wie hoort er nog meer bij dit gesprek?'],
  ],
}

/**
 * What to say of each topic, by the reason that matters most for it. Without questions of its own it gets those of its
 * reason, and topics with the same reason get other ones.
 */
export function topicsInWords(
  topics: readonly { reasons: readonly TopicReason[]; questions: StatementQuestions | null }[],
): TopicWords[] {
  const used = new Map<Reason, number>()
  return topics.map(({ reasons, questions }) => {
    const reason = reasonOf(reasons)
    const { label, why } = reason
    if (questions) return { label, why, question: questions.open, deepen: questions.deepen }
    const turn = used.get(reason) ?? 0
    used.set(reason, turn + 1)
    const [question = '', deepen = ''] = reason.questions[turn % reason.questions.length] ?? []
    return { label, why, question, deepen: [deepen] }
  })
}

/** Why a topic is talked about, in a sentence. */
export function reasonSentence(reasons: readonly TopicReason[]): string {
  return reasonOf(reasons).why
}

/** Why a statement stands out, in a few words; null when it does not. */
export function reasonLabel(reasons: readonly TopicReason[]): string | null {
  return reasons.length > 0 ? reasonOf(reasons).label : null
}

function reasonOf([first]: readonly TopicReason[]): Reason {
  return first ? REASONS[first] : CHOSEN
}

/** What happens in each part of a meeting that is not a topic. */
export const PARTS = {
  opening: {
    title: 'Beginnen',
    text: 'Vraag iedereen om één woord: hoe ga je dit gesprek in? Niemand hoeft te zeggen wat die heeft ingevuld.',
  },
  plan: {
    title: 'Afspreken',
    text: 'Kies één of twee dingen. Wie doet wat, wanneer, en wat is de eerste stap? Zet het meteen in het plan.',
  },
} as const
