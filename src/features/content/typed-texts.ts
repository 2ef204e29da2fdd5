import type { ContentPlace } from '#domain/content-tree.ts'

/** The language that is edited unless another one is asked for. */
export const LANGUAGE = 'nl'

/** A text as it was sent, where it could not be kept as it is. */
export type UnkeptText = {
  place: ContentPlace
  text: string
  stored?: string
  refused?: 'no-such-text' | 'too-long'
}

/** The name of the field for the text at a place. */
export function fieldName(place: ContentPlace): string {
  return place.join('.')
}
