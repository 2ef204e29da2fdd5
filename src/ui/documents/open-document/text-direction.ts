/**
 * Which way a paragraph runs: as its first strong character does, with what stands between isolates left out, and
 * left to right when there is none. Unicode Standard Annex 9, rules P2 and P3.
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  let isolates = 0
  for (const sign of text) {
    if (isIsolateInitiator(sign)) isolates += 1
    else if (sign === POP_ISOLATE) isolates = Math.max(0, isolates - 1)
    else if (isolates === 0 && isStrongRightToLeft(sign)) return 'rtl'
    else if (isolates === 0 && isStrongLeftToRight(sign)) return 'ltr'
  }
  return 'ltr'
}

const POP_ISOLATE = '\u{2069}'

function isIsolateInitiator(sign: string): boolean {
  return sign >= '\u{2066}' && sign <= '\u{2068}'
}

// The blocks that DerivedBidiClass.txt sets apart for scripts that run from right to left (classes R and AL).
const RIGHT_TO_LEFT =
  /[\u{590}-\u{8ff}\u{fb1d}-\u{fdff}\u{fe70}-\u{feff}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
// Within these: marks, signs and Arabic digits are weak or neutral; letters, punctuation and own digits are strong.
const STRONG_IN_BLOCK =
  /[\p{L}\p{Nd}\p{Nl}\p{No}\p{Po}\p{Sk}\u{5be}\u{608}\u{60b}\u{6fd}\u{6fe}\u{70f}\u{7fe}\u{7ff}\u{fdfc}]/u
const NOT_STRONG =
  /[\u{609}\u{60a}\u{60c}\u{660}-\u{66c}\u{6f0}-\u{6f9}\u{7f7}-\u{7f9}\u{10d30}-\u{10d39}\u{10e60}-\u{10e7e}\u{1091f}\u{10b39}-\u{10b3f}]/u
const MARKS = /[\u{200f}\u{61c}]/u

function isStrongRightToLeft(sign: string): boolean {
  return (
    MARKS.test(sign) || (RIGHT_TO_LEFT.test(sign) && STRONG_IN_BLOCK.test(sign) && !NOT_STRONG.test(sign))
  )
}

// Letters and what combines with them, apart from letters that are signs of tone and from European digits in any form.
const LEFT_TO_RIGHT = /[\p{L}\p{Mc}\p{Nl}\p{Nd}\u{200e}]/u
const NEITHER =
  /[0-9\u{2b9}\u{2ba}\u{2c6}-\u{2cf}\u{2ec}\u{374}\u{a717}-\u{a71f}\u{a788}\u{ff10}-\u{ff19}\u{1d7ce}-\u{1d7ff}\u{1fbf0}-\u{1fbf9}]/u

function isStrongLeftToRight(sign: string): boolean {
  return LEFT_TO_RIGHT.test(sign) && !NEITHER.test(sign) && !RIGHT_TO_LEFT.test(sign)
}
