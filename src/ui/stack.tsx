import type { ComponentChildren, JSX } from 'preact'

const CLASSES = { small: 'stack-small', normal: 'stack', large: 'stack-large' }

/** Things below each other with even room between them. */
export function Stack({
  space = 'normal',
  children,
}: {
  space?: keyof typeof CLASSES
  children: ComponentChildren
}): JSX.Element {
  return <div class={CLASSES[space]}>{children}</div>
}
