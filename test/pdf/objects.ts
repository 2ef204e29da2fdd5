import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

/**
 * What stands under a key of a dictionary, with references followed; undefined when there is nothing, or
 * something of another kind. A file under test may have anything anywhere, so that nothing here throws.
 */
export function objectAt(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
  return dictionary?.lookup(PDFName.of(key))
}

export function dictionaryAt(dictionary: PDFDict | undefined, key: string): PDFDict | undefined {
  return dictionaryOf(objectAt(dictionary, key))
}

/** A stream is a dictionary too (ISO 32000-1, 7.3.8). */
export function dictionaryOf(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFStream) return object.dict
  return object instanceof PDFDict ? object : undefined
}

/** The items as they are, references included; none when there is no array. */
export function itemsAt(dictionary: PDFDict | undefined, key: string): PDFObject[] {
  const object = objectAt(dictionary, key)
  return object instanceof PDFArray ? object.asArray() : []
}

export function numberAt(dictionary: PDFDict | undefined, key: string): number | undefined {
  const object = objectAt(dictionary, key)
  return object instanceof PDFNumber ? object.asNumber() : undefined
}

/** Without its slash. */
export function nameAt(dictionary: PDFDict | undefined, key: string): string | undefined {
  const object = objectAt(dictionary, key)
  return object instanceof PDFName ? object.decodeText() : undefined
}

/** Without blanks around it; '' when there is no text. */
export function textAt(dictionary: PDFDict | undefined, key: string): string {
  const object = objectAt(dictionary, key)
  const isText = object instanceof PDFString || object instanceof PDFHexString
  return isText ? object.decodeText().trim() : ''
}

/** The bytes of a stream, unpacked; undefined when it is no stream, or packed in a way that we do not know. */
export function bytesOf(object: PDFObject | undefined): Uint8Array | undefined {
  if (!(object instanceof PDFRawStream)) return undefined
  try {
    return decodePDFRawStream(object).decode()
  } catch {
    return undefined
  }
}
