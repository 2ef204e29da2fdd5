import type { JSX } from 'preact'

/** What is wrong, what is kept, and where to mend it; read aloud at once. */
export function ErrorSummary({
  title,
  kept,
  errors,
}: {
  title: string
  kept: string
  errors: { text: string; href?: string }[]
}): JSX.Element {
  return (
    <div class="error-summary stack-small" role="alert">
      <h2 class="h3">{title}</h2>
      <ul>
        {errors.map(({ text, href }) => (
          <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
      <p>{kept}</p>
    </div>
  )
}
