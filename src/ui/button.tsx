import type { ComponentChildren, JSX } from 'preact'

type ButtonProps = { children: ComponentChildren; quiet?: boolean; name?: string; value?: string }

/** Sends the form that it stands in; its words say what happens. */
export function Button({ children, quiet = false, name, value }: ButtonProps): JSX.Element {
  return (
    <button
      type="submit"
      class={quiet ? 'button quiet' : 'button'}
      {...(name && { name, value: value ?? '' })}
    >
      {children}
    </button>
  )
}

/** A link that is the next step on the page. */
export function ButtonLink({
  children,
  href,
  quiet = false,
}: {
  children: ComponentChildren
  href: string
  quiet?: boolean
}): JSX.Element {
  return (
    <a href={href} class={quiet ? 'button quiet' : 'button'}>
      {children}
    </a>
  )
}
