/** Where the worker finds what it needs; given once, when it starts. */
export type TypesettingPlace = { templateFile: string; typefaceFolder: string }

/** A document to typeset: what the template reads, as JSON. */
export type TypesettingOrder = { number: number; content: string }

/** The document, or why there is none. */
export type TypesettingOutcome = { number: number; pdf: Uint8Array } | { number: number; reason: string }
