import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Letter } from '#domain/letter.ts'

export type LetterParts = {
  to: string
  subject: string
  lines: string[]
  /** The one thing to do. The address also stands there in full, for whoever cannot press the button. */
  action?: { label: string; href: string }
  closing?: string[]
}

/** A letter in our own words and look: the same as text and as HTML, without pictures or anything that counts. */
export function letter(parts: LetterParts): Letter {
  const { to, subject } = parts
  return { to, subject, text: asText(parts), html: `<!doctype html>${renderToString(<Page {...parts} />)}` }
}

const SENDER =
  'QuickScan stuurt alleen mail als jij iets vraagt, als iemand je uitnodigt of als er iets met je account gebeurt.'
const NO_REPLY = 'Antwoorden op deze mail heeft geen zin: niemand leest het.'

function asText({ subject, lines, action, closing = [] }: LetterParts): string {
  const parts = [
    subject,
    ...lines,
    ...(action ? [`${action.label}:\n${action.href}`] : []),
    ...closing,
    `-- \n${SENDER}\n${NO_REPLY}`,
  ]
  return `${parts.map(wrap).join('\n\n')}\n`
}

const WIDTH = 72

/** At most 72 characters a line, as mail programs expect; an address is never broken. */
function wrap(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const rows = ['']
      for (const word of line.split(' ')) {
        const row = rows.at(-1) ?? ''
        if (row === '') rows[rows.length - 1] = word
        else if (row.length + 1 + word.length <= WIDTH) rows[rows.length - 1] = `${row} ${word}`
        else rows.push(word)
      }
      return rows.join('\n')
    })
    .join('\n')
}

/** The same colours as the pages. Programs that know no dark style turn them over by themselves. */
const STYLES = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: #11171c !important; }
  .sheet { background: #19212a !important; border-color: #2a343e !important; }
  .foot { border-color: #2a343e !important; }
  .ink { color: #eceff2 !important; }
  .muted { color: #b3beca !important; }
  .link { color: #7ccbd1 !important; }
  .action { background: #7ccbd1 !important; color: #11171c !important; }
}`

const FONT = "font-family:'Atkinson Hyperlegible Next','Segoe UI',Roboto,'Noto Sans',Verdana,sans-serif"
const PARAGRAPH = 'margin:0 0 16px;font-size:17px;line-height:1.55;color:#1c2530'
const SMALL = 'margin:0 0 8px;font-size:14px;line-height:1.5;color:#4c5866'

function Page({ subject, lines, action, closing = [] }: LetterParts): JSX.Element {
  return (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        {/* Constants of our own: nothing in it comes from a visitor. */}
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body class="ground" style={`margin:0;padding:24px 12px;background:#fbfaf6;${FONT}`}>
        <article
          class="sheet"
          aria-label={subject}
          lang="nl"
          style="max-width:560px;margin:0 auto;padding:28px 24px 12px;background:#ffffff;border:1px solid #e2dfd6;border-radius:10px;overflow-wrap:anywhere"
        >
          <p class="muted" style={`${SMALL};font-weight:700`}>
            QuickScan
          </p>
          <h1 class="ink" style="margin:0 0 18px;font-size:24px;line-height:1.25;color:#1c2530">
            {subject}
          </h1>
          {lines.map((line) => (
            <p class="ink" style={PARAGRAPH} key={line}>
              {line}
            </p>
          ))}
          {action && <Action {...action} />}
          {closing.map((line) => (
            <p class="ink" style={PARAGRAPH} key={line}>
              {withLinks(line)}
            </p>
          ))}
          <footer class="foot" style="margin-top:28px;padding-top:16px;border-top:1px solid #e2dfd6">
            <p class="muted" style={SMALL}>
              {SENDER}
            </p>
            <p class="muted" style={SMALL}>
              {NO_REPLY}
            </p>
          </footer>
        </article>
      </body>
    </html>
  )
}

function Action({ label, href }: { label: string; href: string }): JSX.Element {
  return (
    <>
      <p style="margin:24px 0 20px">
        <a
          class="action"
          href={href}
          style="display:inline-block;padding:12px 20px;font-size:17px;font-weight:700;color:#ffffff;background:#0a5561;border-radius:8px;text-decoration:none"
        >
          {label}
        </a>
      </p>
      <p class="muted" style={SMALL}>
        Werkt de knop niet? Neem dan dit adres over in je browser:
      </p>
      <p style={`${SMALL};margin-bottom:24px`}>
        <a class="link" href={href} style="color:#0a5561">
          {breakable(href)}
        </a>
      </p>
    </>
  )
}

/** An address in a sentence is a link too; it stands last, or has a space behind it. */
function withLinks(line: string): ComponentChildren[] {
  return line.split(/(https?:\/\/\S+)/).map((piece, index) =>
    index % 2 === 1 ? (
      <a class="link" href={piece} style="color:#0a5561" key={piece}>
        {breakable(piece)}
      </a>
    ) : (
      piece
    ),
  )
}

/** A long address breaks where a reader would: after a slash or a sign, and not in the last letter. */
function breakable(address: string): ComponentChildren[] {
  return address.split(/(?<=[/?=&]+)(?![/?=&])/).flatMap((piece) => [piece, <wbr key={piece} />])
}
