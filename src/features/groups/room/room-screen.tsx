import type { ComponentChildren, JSX } from 'preact'
import { levelsOf } from '#domain/instrument.ts'
import { type MarkedItem, MarkedList } from '#ui/marked-list.tsx'
import { statusInWords, whoAndWhen } from '#words/plan-words.ts'
import { topicStepWords } from '#words/room-words.ts'
import { markOf } from '#words/statement-words.ts'
import { reasonSentence } from '#words/talk-words.ts'
import { toldEarlierInWords } from '#words/vote-words.ts'
import type { RoomView } from './room-view.ts'
import { voteOptions } from './vote-options.ts'
import { VoteResult } from './vote-outcome.tsx'

type Shown = {
  view: RoomView
  /** What stands where the outcome comes, as long as it is not told. */
  vote: ComponentChildren
  /** Beside the words of welcome: how to come in, or nothing. */
  welcome?: ComponentChildren
  /** Answers that members of an open group share, for one of them. */
  beside?: MarkedItem[] | null
}

/** What everybody sees now: words on the left, and what belongs to them on the right or below. */
export function RoomScreen({ view, vote, welcome, beside }: Shown): JSX.Element {
  if (view.isOver) return <Over />
  switch (view.step.kind) {
    case 'welcome':
      return <Welcome view={view} aside={welcome} />
    case 'back':
      return <LookBack view={view} vote={vote} />
    case 'dilemma':
      return <DilemmaScreen view={view} vote={vote} />
    case 'look':
      return <Look view={view} beside={beside ?? null} />
    case 'agree':
      return <Agree view={view} />
    case 'close':
      return <Close />
    default:
      return <Choose view={view} vote={vote} />
  }
}

function Two({
  words,
  aside,
  isFull = false,
}: {
  words: ComponentChildren
  aside?: ComponentChildren
  /** There is so much to choose from that it needs the larger half. */
  isFull?: boolean
}): JSX.Element {
  return (
    <div class={isFull ? 'room-two full' : 'room-two'}>
      <div class="stack">{words}</div>
      {aside && <div class="stack">{aside}</div>}
    </div>
  )
}

function Welcome({ view, aside }: { view: RoomView; aside: ComponentChildren }): JSX.Element {
  return (
    <Two
      words={
        <>
          <h1>Welkom bij jullie gesprek</h1>
          <p class="room-question">Met welk woord ga jij dit gesprek in?</p>
          <div class="stack-small">
            <h2 class="h3">Hier praten we over</h2>
            <ol>
              {view.topics.map(({ id, topic }) => (
                <li key={id}>{topic}</li>
              ))}
            </ol>
          </div>
        </>
      }
      aside={aside}
    />
  )
}

function LookBack({ view, vote }: { view: RoomView; vote: ComponentChildren }): JSX.Element {
  const { actions, ballot } = view
  return (
    <Two
      words={
        <>
          <p class="room-kicker">Sinds de vorige ronde</p>
          <h1>Wat spraken we toen af?</h1>
          <ul class="room-list">
            {actions.map(({ id, what, status, remark, ...action }) => (
              <li key={id}>
                <b class="as-typed">{what}</b>
                <span class="muted">{`${statusInWords(status)} · ${whoAndWhen(action)}`}</span>
                {remark && <span class="muted as-typed">{remark}</span>}
              </li>
            ))}
          </ul>
        </>
      }
      aside={
        ballot ? (
          <>
            {!view.outcome && <h2>Wat hielp?</h2>}
            <Outcome view={view} vote={vote} title="Wat hielp?" />
          </>
        ) : (
          <p class="room-question">Wat hield ons tegen?</p>
        )
      }
    />
  )
}

function DilemmaScreen({ view, vote }: { view: RoomView; vote: ComponentChildren }): JSX.Element | null {
  const { dilemma, outcome } = view
  if (!dilemma) return null
  return (
    <Two
      words={
        <>
          <p class="room-kicker">Een dilemma om op te warmen</p>
          <h1>{dilemma.title}</h1>
          <p class={outcome ? undefined : 'room-case'}>{dilemma.case}</p>
          {outcome && <p class="room-question">{dilemma.talk}</p>}
        </>
      }
      aside={
        <>
          {!outcome && <h2>{dilemma.question}</h2>}
          <Outcome view={view} vote={vote} title={dilemma.question} />
          {outcome && <p class="small">{dilemma.knowledge}</p>}
        </>
      }
    />
  )
}

function Look({ view, beside }: { view: RoomView; beside: MarkedItem[] | null }): JSX.Element | null {
  const { topic, told, questions, instrument, meeting } = view
  if (!topic) return null
  const items = beside ?? told?.lines.map(({ who, ...line }) => ({ label: who, ...line })) ?? null
  return (
    <Two
      words={
        <>
          <p class="room-kicker">{topicStepWords('look').kicker}</p>
          <h1>{topic.statement}</h1>
          {questions && <p class="room-question">{questions.open}</p>}
          <p class="muted">{topicStepWords('look').prompt}</p>
        </>
      }
      aside={
        <>
          {items && (
            <>
              <h2>Zo antwoordde de groep</h2>
              <MarkedList items={items} levels={levelsOf(instrument).length} mark={markOf(instrument)} />
            </>
          )}
          {told && (
            <>
              <p>{told.spread}</p>
              <p>{reasonSentence(told.reasons)}</p>
            </>
          )}
          {!items && meeting.kind === 'open' && (
            <p class="muted">Wat mensen deelden, staat alleen op het grote scherm.</p>
          )}
        </>
      }
    />
  )
}

/** Where we stand, how pressing it is, and which tips to take up. */
function Choose({ view, vote }: { view: RoomView; vote: ComponentChildren }): JSX.Element | null {
  const { topic, step } = view
  if (!topic || step.statement === null) return null
  const { kicker, prompt } = topicStepWords(step.kind)
  return (
    <Two
      words={
        <>
          <p class="room-kicker">{kicker}</p>
          <h1>{topic.statement}</h1>
          <p class="room-question">{prompt}</p>
        </>
      }
      aside={<Outcome view={view} vote={vote} />}
      isFull={view.outcome === null && step.kind !== 'weigh'}
    />
  )
}

function Agree({ view }: { view: RoomView }): JSX.Element | null {
  const { topic, questions } = view
  if (!topic) return null
  const { kicker, prompt } = topicStepWords('agree')
  return (
    <Two
      words={
        <>
          <p class="room-kicker">{kicker}</p>
          <h1>{topic.statement}</h1>
          <p class="room-question">{prompt}</p>
        </>
      }
      aside={
        questions && (
          <>
            <h2>Vraag door</h2>
            <ul class="room-questions">
              {questions.deepen.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </>
        )
      }
    />
  )
}

function Close(): JSX.Element {
  return (
    <Two
      words={
        <>
          <p class="room-kicker">Tot slot</p>
          <h1>Wat neem je hiervan mee?</h1>
          <p class="room-question">
            Lees de afspraken nog één keer voor. Klopt het, en weet ieder wat de eerste stap is?
          </p>
        </>
      }
    />
  )
}

function Over(): JSX.Element {
  return (
    <Two
      words={
        <>
          <h1>Dit gesprek is afgelopen</h1>
          <p class="room-question">
            Dank je wel voor het meedoen. De afspraken staan in het plan van de groep.
          </p>
        </>
      }
    />
  )
}

function Outcome({
  view,
  vote,
  title = 'De uitkomst',
}: {
  view: RoomView
  vote: ComponentChildren
  title?: string
}): JSX.Element | null {
  if (!view.ballot) return null
  if (!view.outcome) return <>{vote}</>
  return (
    <>
      <h2>{title}</h2>
      <VoteResult outcome={view.outcome} options={voteOptions(view)} />
      {view.toldEarlier && <p class="small">{toldEarlierInWords(view.toldEarlier)}</p>}
    </>
  )
}
