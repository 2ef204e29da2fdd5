import type { JSX } from 'preact'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { counted, dutchDate, dutchTime } from '#words/dutch.ts'

/** Exact, and of this moment: a letter that waits says nothing of who asked for it. */
export function WaitingMail({
  waiting,
  oldest,
  retried,
}: {
  waiting: number
  oldest: Date | null
  retried: number
}): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="mail">
      <h2 id="mail">Mail</h2>
      {oldest === null ? (
        <p>Er wacht geen mail.</p>
      ) : (
        <DefinitionList
          items={[
            { term: 'Wacht nu', definition: counted(waiting, 'mail', 'mails') },
            { term: 'De oudste sinds', definition: `${dutchDate(oldest)}, ${dutchTime(oldest)} uur` },
            {
              term: 'Vaker geprobeerd',
              definition: retried === 0 ? 'Geen' : counted(retried, 'mail', 'mails'),
            },
          ]}
        />
      )}
      {retried > 0 && (
        <Notice kind="pencil">
          <p>
            Niet alle mail gaat weg. We blijven het twee dagen proberen. In het logboek staat waarom: zoek op{' '}
            <code>a letter did not go out</code>.
          </p>
        </Notice>
      )}
    </section>
  )
}
