import type { JSX } from 'preact'

/** A pencil that has just marked a rung of the ladder. */
export function LadderDrawing(): JSX.Element {
  return (
    <svg class="drawing" viewBox="0 0 128 104" aria-hidden="true">
      <path class="deep" d="M8 97V81q0-4 4-4h7q4 0 4 4v16z" />
      <path class="deep" d="M30 97V66q0-4 4-4h7q4 0 4 4v31z" />
      <path class="water" d="M52 97V51q0-4 4-4h7q4 0 4 4v46z" />
      <path class="paper" d="M74 97V36q0-4 4-4h7q4 0 4 4v61z" />
      <path class="paper" d="M96 97V21q0-4 4-4h7q4 0 4 4v76z" />
      <path d="M2 98.500c30-1.200 84 1 122-.3" />
      <path class="spark" d="M53 40c3-2.500 5 2.500 8 0s5-1 6-1.500" />
      <path
        class="yellow"
        d="M68.500 37.500l4.400-11.800L94 4.600q2.600-2.200 5.200.2l2.400 2.500q2.300 2.600-.1 5.100L80.300 33.200z"
      />
      <path d="M72.900 25.700q4.700 2.300 7.400 7.500M89 9.600l7.600 7.800" />
    </svg>
  )
}

/** Two balloons that overlap a little: what one sees, and what the other sees. */
export function TalkDrawing(): JSX.Element {
  return (
    <svg class="drawing" viewBox="0 0 128 104" aria-hidden="true">
      <path
        class="water"
        d="M16 8.500q-9 .4-9 9.500v27q0 9 9 9.200h6l-2.500 15L36 54.400l36-.2q9-.4 9-9.200V18q0-9-9-9.300-28-1-56-.2z"
      />
      <path d="M21 25q14-1.200 29-.2M21 38q20-1.200 44 0" />
      <path
        class="paper"
        d="M58 41.500q-8.500.4-8.500 8.500v22q0 8.300 8.500 8.600l29 .2 17.500 14.700L102 80.800h8q9-.4 9-8.800V50q0-8.400-9-8.600-26-1-52 .1z"
      />
      <path class="spark" d="M65 62.500c4-4.500 7 4.500 11 0s7 4.500 11 0 7 4.500 11 0 4-1.500 5-1.500" />
    </svg>
  )
}

/** A note with a tick: agreed. */
export function PlanDrawing(): JSX.Element {
  return (
    <svg class="drawing" viewBox="22 0 128 104" aria-hidden="true">
      <path class="paper" d="M30 12.500q34-1.600 66 0l.5 60L77 95.500q-24 .9-47-.1-1.200-41 0-82.900z" />
      <path class="water" d="M96.500 72.500L77 95.500q1.200-10-.4-22.200 10-.2 19.900-.8z" />
      <path class="yellow" d="M50 5.500l26-.7.300 14.400-26.300.5z" />
      <path class="deep" d="M41 36.500h6v6h-6zM41 54.500h6v6h-6z" />
      <path d="M56 39.800q15-1 29 0M56 57.600q11-.8 20 0" />
      <path class="spark" d="M40 76.500q4 3.500 6.500 8Q54 70 67 63.500" />
    </svg>
  )
}
