import { expect, test } from 'vitest'
import { type Action, checkAction, isLate, sortActions } from './plan.ts'

const TODAY = '2026-11-24'
const ACTION: Action = {
  statement: null,
  tip: null,
  what: 'Elke maand een gesprek met een tolk oefenen',
  who: 'Noor',
  firstStep: 'Een datum prikken',
  firstStepOn: '2026-12-01',
  dueOn: null,
  status: 'to-do',
  remark: '',
}

test.each<[string, Partial<Action>, object]>([
  ['an action as it should be', {}, {}],
  ['nothing to do', { what: '' }, { what: 'missing' }],
  ['nobody yet', { who: '', firstStep: '', firstStepOn: null }, {}],
  ['a text without end', { what: 'x'.repeat(501) }, { what: 'too-long' }],
  ['a name without end', { who: 'x'.repeat(101) }, { who: 'too-long' }],
  ['a day that does not exist', { dueOn: '2027-02-30' }, { dueOn: 'no-day' }],
  ['a day in words', { firstStepOn: 'morgen' }, { firstStepOn: 'no-day' }],
  ['a day in the year 9999', { dueOn: '9999-01-01' }, { dueOn: 'unlikely-day' }],
  ['dropped without a word', { status: 'dropped' }, { remark: 'say-why' }],
  ['dropped, with the reason', { status: 'dropped', remark: 'Er is geen geld voor.' }, {}],
])('%s', (_, change, problems) => {
  expect(checkAction({ ...ACTION, ...change }, TODAY)).toEqual(problems)
})

test('what has to be done first comes first, and what is over last', () => {
  const of = (what: string, change: Partial<Action>) => ({ ...ACTION, what, ...change })
  const sorted = sortActions([
    of('dropped', { status: 'dropped' }),
    of('someday', { firstStepOn: null }),
    of('done', { status: 'done' }),
    of('busy until June', { status: 'busy', dueOn: '2027-06-01' }),
    of('in December', {}),
    of('busy until January', { status: 'busy', dueOn: '2027-01-01' }),
  ])
  expect(sorted.map(({ what }) => what)).toEqual([
    'in December',
    'busy until January',
    'busy until June',
    'someday',
    'done',
    'dropped',
  ])
})

test.each<[string, Partial<Action>, boolean]>([
  ['its first step is tomorrow', { firstStepOn: '2026-11-25' }, false],
  ['its first step is today', { firstStepOn: '2026-11-24' }, false],
  ['its first step was yesterday', { firstStepOn: '2026-11-23' }, true],
  ['it was begun since', { firstStepOn: '2026-11-23', status: 'busy' }, false],
  ['it was to be ready yesterday', { firstStepOn: null, dueOn: '2026-11-23', status: 'busy' }, true],
  ['it is done', { dueOn: '2026-11-23', status: 'done' }, false],
])('whether it is late when %s', (_, change, late) => {
  expect(isLate({ ...ACTION, ...change }, TODAY)).toBe(late)
})
