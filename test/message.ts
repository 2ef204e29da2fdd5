export type Message = { headers: Map<string, string>; parts: { type: string; words: string }[] }

/** Reads a letter as a mail program does (RFC 5322, 2045 and 2047): headers in small letters, parts decoded. */
export function readMessage(raw: string): Message {
  const { headers, body } = split(raw)
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1]
  if (!boundary) return { headers, parts: [readPart(headers, body)] }
  // The line break before a boundary belongs to the boundary (RFC 2046, 5.1.1).
  const parts = `\r\n${body}`
    .split(new RegExp(`\\r?\\n--${escapeForPattern(boundary)}(?:--)?[ \\t]*(?=\\r?\\n|$)`))
    .slice(1, -1)
    .map((part) => split(part.replace(/^\r?\n/, '')))
  return { headers, parts: parts.map((part) => readPart(part.headers, part.body)) }
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const [, head = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? []
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = lines.map((line): [string, string] => {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    return [name.toLowerCase(), decodeWords(value)]
  })
  return { headers: new Map(headers), body }
}

function readPart(headers: Map<string, string>, body: string): Message['parts'][number] {
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? ''
  const encoding = headers.get('content-transfer-encoding')
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? fromQuoted(body.replace(/=\r?\n/g, ''))
        : Buffer.from(body)
  return { type, words: bytes.toString().replaceAll('\r\n', '\n') }
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      (kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64')
        : fromQuoted(text.replaceAll('_', ' '))
      ).toString(),
    )
}

function fromQuoted(text: string): Buffer {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return Buffer.from(bytes, 'latin1')
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
