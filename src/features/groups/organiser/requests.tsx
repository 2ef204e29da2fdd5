import type { JSX } from 'preact'
import type { JoinRequest } from '#database/join-requests.ts'
import { Button } from '#ui/button.tsx'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'

/** Who asks to take part: the organiser says yes or no. */
export function Requests({ group, requests }: { group: string; requests: JoinRequest[] }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="vragen">
      <h2 id="vragen">Wil je deze mensen erbij?</h2>
      <ul class="rows">
        {requests.map(({ id, name, address, askedAt }) => (
          <li class="stack-small" key={id}>
            <p>
              <b>{name}</b>
              <br />
              <span class="muted">{`${address}, vroeg het op ${dutchDate(askedAt)}`}</span>
            </p>
            <form class="buttons" method="post" action={urls.groupRequest.to({ group, request: id })}>
              <Button name="doe" value="toelaten">
                Nodig uit<span class="visually-hidden">{`: ${name}`}</span>
              </Button>
              <Button quiet name="doe" value="weigeren">
                Nee<span class="visually-hidden">{`, ${name} niet`}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
