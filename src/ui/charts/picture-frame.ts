import { escapeText } from './escape-text.ts'

/** An SVG with a name and a description for those who do not see it. */
export function pictureFrame(options: {
  id: string
  size: string
  className: string
  title: string
  description: string
  content: string
}): string {
  const id = escapeText(options.id)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="${options.className}" ${options.size} role="img"` +
    ` aria-labelledby="${id}-titel" aria-describedby="${id}-tekst">` +
    `<title id="${id}-titel">${escapeText(options.title)}</title>` +
    `<desc id="${id}-tekst">${escapeText(options.description)}</desc>${options.content}</svg>`
  )
}
