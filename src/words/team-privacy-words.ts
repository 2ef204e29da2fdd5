/**
 * Why a group is not told more. Always the same text, whatever was told: it must not show which of the reasons applied.
 * `least` is the smallest number of people, besides the organiser, that something is told of.
 */
export function whyNotMore(least: number): { question: string; answer: string }[] {
  return [
    {
      question: 'Waarom zie ik niet wie wat koos?',
      answer:
        'Niemand ziet de antwoorden van een ander. Ook de organisator en de beheerder niet. Je ziet alleen uitkomsten van mensen samen.',
    },
    {
      question: 'Waarom staat er geen precies aantal mensen?',
      answer:
        'Met een precies aantal kun je soms uitrekenen wat één persoon koos. Daarom zeggen we alleen ongeveer hoeveel mensen meededen.',
    },
    {
      question: 'Waarom zie ik geen uitkomst per rol?',
      answer: `Die vertellen we alleen als er in elke rol minstens ${least} mensen zijn. Heeft één rol er minder, dan splitsen we niets. Anders kun je de rest uitrekenen. Welke rol het was, zeggen we niet.`,
    },
    {
      question: 'Waarom staat er soms “te weinig bekend”?',
      answer: `Van minder dan ${least} antwoorden met een niveau vertellen we niets. Dat geldt ook als niemand een niveau gaf. Je kunt niet zien welk van de twee het was.`,
    },
    {
      question: 'Waarom staat er soms geen cijfer bij een gemiddelde?',
      answer:
        'Ligt een gemiddelde aan een eind van de schaal, dan weet je bijna wat iedereen koos. Met minder dan tien mensen zeggen we het dan alleen in woorden.',
    },
    {
      question: 'Waarom zijn de cijfers afgerond?',
      answer:
        'Van minder dan tien mensen geven we halve niveaus. Zo kun je niet terugrekenen wat één persoon koos. Vanaf tien mensen geven we tienden.',
    },
    {
      question: 'Waarom zie ik niet hoe de antwoorden verdeeld zijn?',
      answer:
        'Dat vertellen we als minstens tien mensen een niveau gaven, en dan nog in grote lijnen. “Bijna niemand” is minder dan 15 procent. “Een deel” is minder dan 40 procent, “ongeveer de helft” minder dan 70 procent. De rest heet “de meesten”.',
    },
    {
      question: 'Waarom vergelijken we niet altijd alles met de vorige keer?',
      answer: `Kwamen of gingen er maar een paar mensen, minder dan ${least}? Dan vergelijken we alleen het geheel. Anders zou je zien wat die paar mensen kozen. De uitkomsten per rol vergelijken we nooit.`,
    },
    {
      question: 'Kan dit nog veranderen?',
      answer:
        'Nee. Wat hier staat, is één keer verteld en blijft zo. Wie later iets verandert of weggaat, verandert hier niets.',
    },
  ]
}

/** How to read what a group is told, for whoever gets it in hand. */
export const HOW_TO_READ = [
  'Dit is het beeld van een groep mensen samen. Het is geen cijfer voor een persoon of een team. Het is een begin voor een gesprek.',
  'Een gemiddelde verbergt verschil. Een drie kan komen van allemaal drieën, maar ook van enen en vijven. Kijk dus ook of jullie het eens zijn of verdeeld.',
  'Weten veel mensen iets niet? Dan zegt dat ook iets. Vraag wie het wel weet.',
  'Niemand ziet wie wat koos. Daarom zijn cijfers afgerond en staat niet alles erin. Achterin lees je waarom.',
]
