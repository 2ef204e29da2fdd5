import { expect, test } from 'vitest'
import type { ActionStatus } from './plan.ts'
import { daysComingNear, decidePlanLetter, stillComingNear } from './plan-reminder.ts'

const TODAY = '2026-12-30'

const of = (firstStepOn: string | null, dueOn: string | null, status: ActionStatus = 'to-do') => ({
  id: 'tolk',
  status,
  firstStepOn,
  dueOn,
})

test.each<[string, ReturnType<typeof of>, [string, string][]]>([
  [
    'a first step in three days, over the end of a year',
    of('2027-01-02', null),
    [['first-step', '2027-01-02']],
  ],
  ['one in four days', of('2027-01-03', null), []],
  ['one today', of(TODAY, null), [['first-step', TODAY]]],
  ['one that was yesterday', of('2026-12-29', null), []],
  ['a first step of what is busy: it was set', of('2027-01-02', null, 'busy'), []],
  ['the end of what is busy', of('2026-12-01', '2027-01-01', 'busy'), [['due', '2027-01-01']]],
  ['what is done', of('2027-01-02', '2027-01-02', 'done'), []],
  ['what does not go on', of('2027-01-02', '2027-01-02', 'dropped'), []],
  ['a first step that is all there is to it', of('2027-01-02', '2027-01-02'), [['due', '2027-01-02']]],
  [
    'both, on days of their own',
    of('2026-12-31', '2027-01-02'),
    [
      ['first-step', '2026-12-31'],
      ['due', '2027-01-02'],
    ],
  ],
  ['no day at all', of(null, null), []],
])('comes near: %s', (_, action, days) => {
  expect(daysComingNear([action], TODAY).map(({ kind, day }) => [kind, day])).toEqual(days)
})

test('the nearest day comes first, whichever action it is of', () => {
  const near = daysComingNear([of(null, '2027-01-02'), { ...of('2026-12-31', null), id: 'brief' }], TODAY)
  expect(near.map(({ action }) => action.id)).toEqual(['brief', 'tolk'])
})

const letter = (change: Partial<Parameters<typeof decidePlanLetter>[0]>) =>
  decidePlanLetter({
    actions: [of('2027-01-01', '2027-01-02')],
    told: [],
    lastLetterOn: null,
    today: TODAY,
    ...change,
  }).map(({ day }) => day)

test.each<[string, Parameters<typeof letter>[0], string[]]>([
  ['everything that is new', {}, ['2027-01-01', '2027-01-02']],
  ['not what was told', { told: [{ actionId: 'tolk', day: '2027-01-01' }] }, ['2027-01-02']],
  [
    'what was told of another action',
    { told: [{ actionId: 'brief', day: '2027-01-01' }] },
    ['2027-01-01', '2027-01-02'],
  ],
  ['nothing when there was a letter today', { lastLetterOn: TODAY }, []],
  ['nothing when another program is a day ahead', { lastLetterOn: '2026-12-31' }, []],
  ['again, when that was yesterday', { lastLetterOn: '2026-12-29' }, ['2027-01-01', '2027-01-02']],
])('the letter of a day tells %s', (_, change, days) => {
  expect(letter(change)).toEqual(days)
})

test.each<[string, ReturnType<typeof of>, string[]]>([
  ['is as it was', of('2027-01-01', null), ['2027-01-01']],
  ['was done meanwhile', of('2027-01-01', null, 'done'), []],
  ['was put off meanwhile: that day has its own letter', of('2027-01-02', null), []],
])('at the moment of writing, what %s', (_, action, days) => {
  const told = [{ actionId: 'tolk', day: '2027-01-01' }]
  expect(stillComingNear([action], told, TODAY).map(({ day }) => day)).toEqual(days)
})
