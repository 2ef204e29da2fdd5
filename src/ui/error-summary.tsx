import type { JSX } from 'preact'

export type ListedError = { text: string; href?: string }

/**
 * What went wrong with a form, what is kept all the same, and links to where it can be mended. A page opens with the
 * focus on it, also without a script: a screen reader does not read an alert that was there from the start.
 */
export function ErrorSummary({
  title = 'Er ging iets mis',
  kept,
  errors,
  id = 'fouten',
  headingLevel = 2,
  takesFocus = true,
}: {
  title?: string
  kept?: string
  errors: ListedError[]
  id?: string
  headingLevel?: 2 | 3
  takesFocus?: boolean
}): JSX.Element {
  const Heading = `h${headingLevel}` as const
  return (
    <div class="error-summary" role="alert">
      <Heading class="h3" id={id} tabIndex={-1} autofocus={takesFocus}>
        {title}
      </Heading>
      {kept && <p>{kept}</p>}
      <ul>
        {errors.map(({ text, href }) => (
          <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}
