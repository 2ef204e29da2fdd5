import type { ComponentChildren, JSX } from 'preact'

/** What a press of it does, is what it says. A button that cannot be pressed says why, and stays reachable. */
export function Button({
  children,
  quiet = false,
  name,
  value,
  disabledBecause,
}: {
  children: ComponentChildren
  quiet?: boolean
  name?: string
  value?: string
  disabledBecause?: string
}): JSX.Element {
  if (disabledBecause) return <DisabledButton reason={disabledBecause}>{children}</DisabledButton>
  return (
    <button type="submit" class={classOf(quiet)} name={name} value={value}>
      {children}
    </button>
  )
}

/** A link that is the next step, and therefore looks like a button. */
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
    <a class={classOf(quiet)} href={href}>
      {children}
    </a>
  )
}

// Of the type "button", so that without a script a press does nothing; the reason is part of its name.
function DisabledButton({ reason, children }: { reason: string; children: ComponentChildren }): JSX.Element {
  return (
    <span>
      <button type="button" class="button" aria-disabled="true">
        {children}
        <span class="visually-hidden">{`. ${reason}`}</span>
      </button>
      <span class="reason small muted" aria-hidden="true">
        {reason}
      </span>
    </span>
  )
}

function classOf(quiet: boolean): string {
  return quiet ? 'button quiet' : 'button'
}
