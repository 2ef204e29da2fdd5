import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A document with one of everything that ours can have, as Typst writes PDF/UA-1. Its language is LANGUAGE. */
export function typesetRightDocument(): Uint8Array {
  return typeset(`${HEAD}
= Eerste
Een #link("https://example.org/a")[weg] en een noot#footnote[De ene noot.], nog een#footnote[De andere.].
== Tweede
- een
- twee
  - diep
#table(
  columns: 3,
  table.header([A], [B], [C]),
  [1], table.cell(rowspan: 2)[2], [3],
  [4], [5],
  table.cell(colspan: 2)[6], [7],
)
#image(bytes("${SVG}"), format: "svg", alt: "Een vlak")
#math.equation(alt: "x in het kwadraat", block: true, $x^2$)
#pagebreak()
= Derde
Schrijf naar #link("mailto:iemand@example.org")[iemand]. Dit is tekst: /JavaScript /Launch Tj EMC (.
#outline()
`)
}

/** Pages of text with a heading, for measuring. */
export function typesetLongDocument(pages: number): Uint8Array {
  const page = '= Deel\n#lorem(450)\n#link("https://example.org/")[Een weg] en #emph[nadruk].'
  return typeset(`${HEAD}\n${Array(pages).fill(page).join('\n#pagebreak()\n')}`)
}

export const LANGUAGE = 'nl-NL'

const HEAD = '#set document(title: "Een proef")\n#set text(lang: "nl", region: "NL")'

/** Half through, so that Typst draws it in a form of its own. */
const SVG =
  "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><g opacity='.5'><rect width='40' height='20' fill='red'/><circle r='9' fill='blue'/></g></svg>"

function typeset(mainFileContent: string): Uint8Array {
  const compiler = NodeCompiler.create({})
  try {
    return compiler.pdf({ mainFileContent }, { pdfStandard: 'ua-1' })
  } finally {
    compiler.evictCache(0)
  }
}
