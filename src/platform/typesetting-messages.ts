/** Where the worker finds what it needs; given once, when it starts. */
export type TypesettingPlace = { templateFile: string; typefaceFolder: string }

/** A document to typeset: what the template reads, as JSON. */
export type TypesettingOrder = string

/** The document, or why there is none. */
export type TypesettingOutcome = { pdf: Uint8Array } | { reason: string }
