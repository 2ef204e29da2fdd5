import type { TopicReason } from '#domain/talk.ts'

const REASONS: Record<TopicReason, { label: string; why: string; question: string; deepen: string }> = {
  mixed: {
    label: 'hier verschillen jullie',
    why: 'Jullie zien dit verschillend. Dat is geen fout: ieder ziet een ander stuk van het werk.',
    question: 'Wat maakte je mee waardoor je dit zo ziet?',
    deepen: 'Wat ziet een ander dat jij vanaf jouw plek niet kunt zien?',
  },
  'role-gap': {
    label: 'functies zien dit anders',
    why: 'De ene functie ziet dit anders dan de andere.',
    question: 'Wat merkt iedereen hiervan in een gewone werkweek?',
    deepen: 'Wat zou de ander moeten weten om het te zien zoals jij?',
  },
  unknown: {
    label: 'veel mensen weten dit niet',
    why: 'Veel mensen weten niet hoe dit bij jullie gaat. Ook dat is een uitkomst.',
    question: 'Wie zou het wel weten, en hoe komen we daarachter?',
    deepen: 'Wat merkt een klant ervan als niemand dit weet?',
  },
  low: {
    label: 'hier is ruimte om te groeien',
    why: 'Hier valt voor jullie het meeste te winnen.',
    question: 'Wanneer ging dit een keer wel goed, en wat hielp toen?',
    deepen: 'Wat houdt ons tegen, en wat daarvan kunnen we zelf veranderen?',
  },
  high: {
    label: 'dit staat al stevig',
    why: 'Dit gaat al goed. Daar mag je trots op zijn, en anderen kunnen ervan leren.',
    question: 'Wat doen we hier precies, en wie heeft dat zo gemaakt?',
    deepen: 'Hoe zorgen we dat het blijft als die mensen er niet meer zijn?',
  },
}

const CHOSEN = {
  label: 'zelf gekozen',
  why: 'Dit kozen jullie zelf.',
  question: 'Wat kom je hiervan tegen in je werk?',
  deepen: 'Wat zou het makkelijker maken?',
}

/** Why a statement is worth talking about, and how to begin: by the reason that matters most. */
export function topicWords(reasons: readonly TopicReason[]): typeof CHOSEN {
  const [first] = reasons
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
