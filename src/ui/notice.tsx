import type { ComponentChildren, JSX } from 'preact'

const PATHS = {
  confirmation: 'M4 12.5l5.5 5.5L20 6.5',
  pencil: 'M4 20l1.2-4.6L16.4 4.2a1.6 1.6 0 0 1 2.3 0l1.1 1.1a1.6 1.6 0 0 1 0 2.3L8.6 18.8zM14.4 6.2l3.4 3.4',
}

/**
 * A remark beside the text. `pencil`: this stands out (never: this is wrong). `confirmation`: this has been
 * done. `panel`: good to know.
 */
export function Notice({
  kind = 'confirmation',
  children,
}: {
  kind?: 'panel' | 'pencil' | 'confirmation'
  children: ComponentChildren
}): JSX.Element {
  const content = typeof children === 'string' ? <p>{children}</p> : <div class="stack-small">{children}</div>
  if (kind === 'panel') return <div class="panel">{content}</div>
  return (
    <div class={kind === 'pencil' ? 'notice pencil-mark' : 'notice'}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={PATHS[kind]} />
      </svg>
      {content}
    </div>
  )
}
