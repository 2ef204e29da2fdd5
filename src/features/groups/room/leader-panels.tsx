import type { JSX } from 'preact'
import { NOTE_LENGTH } from '#domain/meeting.ts'
import { type Action, FIRST_STEP_DAYS } from '#domain/plan.ts'
import { Button } from '#ui/button.tsx'
import { KeyHint } from '#ui/key-hint.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { urls } from '#web/urls.ts'
import { isoDate } from '#words/dutch.ts'
import { whoAndWhen } from '#words/plan-words.ts'
import { stepName } from '#words/room-words.ts'
import { ActionPanel } from './action-panel.tsx'
import type { LeaderView, PanelState } from './leader-view.ts'

const DAY = 24 * 60 * 60 * 1000

/** Under the screen: what is written down, what is agreed, and the rest that a leader needs now and then. */
export function LeaderPanels({
  leader,
  panels,
  now,
}: {
  leader: LeaderView
  panels: PanelState
  now: Date
}): JSX.Element {
  const { view, group } = leader
  const room = urls.groupRoom.to({ group })
  const empty: Action = {
    statement: view.topic?.id ?? null,
    tip: null,
    what: '',
    who: '',
    firstStep: '',
    firstStepOn: isoDate(new Date(now.getTime() + FIRST_STEP_DAYS * DAY)),
    dueOn: null,
    status: 'to-do',
    remark: '',
  }
  return (
    <div class="room-panels">
      <details class="room-panel" open={panels.open === 'note'} data-panel-key="N">
        <summary aria-keyshortcuts="N">
          Schrijf iets op <KeyHint name="N" />
        </summary>
        <form class="stack-small" method="post" action={room} data-live-form data-keeps-place>
          <input type="hidden" name="stap" value={view.step.name} data-step />
          <TextAreaField
            name="tekst"
            label="Notitie van de groep"
            hint="Schrijf op wat je wilt onthouden, niet wie het zei."
            rows={3}
            maxLength={NOTE_LENGTH}
            value={panels.note ?? ''}
          />
          <div class="buttons">
            <Button name="doe" value="notitie">
              Bewaar de notitie
            </Button>
          </div>
        </form>
      </details>
      <details class="room-panel" open={panels.open === 'action'} data-panel-key="A">
        <summary aria-keyshortcuts="A">
          Spreek iets af <KeyHint name="A" />
        </summary>
        <div data-live-part="action">
          <ActionPanel
            leader={leader}
            action={panels.agreeing?.action ?? empty}
            problems={panels.agreeing?.problems ?? {}}
          />
        </div>
      </details>
      <div class="room-written" data-live-part="written">
        <Written leader={leader} />
      </div>
      <details class="room-panel">
        <summary>Ga naar een ander scherm, of sluit af</summary>
        <div class="stack" data-live-part="rest">
          <GoTo leader={leader} />
          <form class="stack-small" method="post" action={room}>
            <input type="hidden" name="stap" value={view.step.name} />
            <p>
              Klaar? De code werkt dan niet meer. Van de telefoons en van stemmen die nog open staan, blijft
              niets bewaard.
            </p>
            <div class="buttons">
              <Button quiet name="doe" value="einde">
                Sluit het gesprek af
              </Button>
            </div>
          </form>
        </div>
        <p class="room-keys-toggle small" data-keys-toggle hidden>
          <label>
            <input type="checkbox" data-keys checked /> Bedien het scherm met toetsen: pijl naar links en
            rechts, S, T, N en A.
          </label>
        </p>
        <p class="small">
          <a href={room}>Laad dit scherm opnieuw</a> ·{' '}
          <a href={urls.groupTalk.to({ group })}>Naar de voorbereiding</a>
        </p>
      </details>
    </div>
  )
}

function Written({ leader: { view, group, notes, agreed } }: { leader: LeaderView }): JSX.Element | null {
  if (notes.length === 0 && agreed.length === 0) return null
  const topicOf = (id: string | null) => view.topics.find((one) => one.id === id)?.topic
  return (
    <div class="room-two">
      {agreed.length > 0 && (
        <section class="stack-small" aria-labelledby="afgesproken">
          <h2 class="h3" id="afgesproken">
            Afgesproken
          </h2>
          <ul class="room-list">
            {agreed.map(({ id, what, ...action }) => (
              <li key={id}>
                <a class="as-typed" href={urls.groupAction.to({ group, action: id })}>
                  {what}
                </a>
                <span class="muted">{whoAndWhen(action)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <section class="stack-small" aria-labelledby="opgeschreven">
          <h2 class="h3" id="opgeschreven">
            Opgeschreven
          </h2>
          <ul class="room-list">
            {notes.map(({ id, statement, text }) => (
              <li key={id}>
                <span class="as-typed">{text}</span>
                {topicOf(statement) && <span class="muted small">{topicOf(statement)}</span>}
                <form method="post" action={urls.groupRoom.to({ group })} data-live-form>
                  <input type="hidden" name="notitie" value={id} />
                  <button type="submit" class="link-button small" name="doe" value="wis-notitie">
                    Wis<span class="visually-hidden">{` de notitie: ${text.slice(0, 60)}`}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function GoTo({ leader: { view, group } }: { leader: LeaderView }): JSX.Element {
  const topicOf = (id: string | null) => view.topics.find((one) => one.id === id)?.topic ?? null
  return (
    <form class="stack-small" method="post" action={urls.groupRoom.to({ group })} data-live-form>
      <input type="hidden" name="stap" value={view.step.name} />
      <SelectField
        name="naar"
        label="Ga naar"
        options={view.steps.map((step) => ({
          value: step.name,
          label: stepName(step, topicOf(step.statement)),
        }))}
        chosen={view.step.name}
      />
      <div class="buttons">
        <Button quiet name="doe" value="naar">
          Laat dit scherm zien
        </Button>
      </div>
    </form>
  )
}
