import type { JSX } from 'preact'

type Hints = { name: string; hint?: string | undefined; error?: string | undefined }

/** What a field asks for and what is wrong with it, between its label and itself. */
export function FieldHints({ name, hint, error }: Hints): JSX.Element {
  return (
    <>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-fout`}>
          {error}
        </p>
      )}
    </>
  )
}

/** The ids for `aria-describedby`: the error first. */
export function hintIds({ name, hint, error }: Hints): string | undefined {
  return [error && `${name}-fout`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined
}
