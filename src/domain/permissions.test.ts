import { describe, expect, test } from 'vitest'
import { type Action, asksSecondFactor, may, PERMISSIONS, type Permission } from './permissions.ts'

/** Every permission and every action, written a second time: who changes the one has to mean the other. */
const EXPECTED: Record<Action, Record<Permission, boolean>> = {
  'see-own-account': {
    participant: true,
    'content-administrator': true,
    'functional-administrator': true,
  },
  'edit-content': {
    participant: false,
    'content-administrator': true,
    'functional-administrator': false,
  },
  'see-operation': {
    participant: false,
    'content-administrator': false,
    'functional-administrator': true,
  },
  'see-log': {
    participant: false,
    'content-administrator': true,
    'functional-administrator': true,
  },
  'see-overview': {
    participant: false,
    'content-administrator': true,
    'functional-administrator': true,
  },
}
const ACTIONS = Object.keys(EXPECTED) as Action[]

function differences(rule: typeof may): string[] {
  return ACTIONS.flatMap((action) =>
    PERMISSIONS.filter((permission) => rule(permission, action) !== EXPECTED[action][permission]).map(
      (permission) => `${permission}: ${action}`,
    ),
  )
}

describe('who may do what', () => {
  test('is this, and nothing else', () => {
    expect(differences(may)).toEqual([])
    console.log(`permissions: ${PERMISSIONS.length} × ${ACTIONS.length} actions, 0 differences`)
  })

  test('control: a table that lets everybody in, or nobody, is noticed', () => {
    expect(differences(() => true)).toEqual([
      'participant: edit-content',
      'functional-administrator: edit-content',
      'participant: see-operation',
      'content-administrator: see-operation',
      'participant: see-log',
      'participant: see-overview',
    ])
    expect(differences(() => false)).toHaveLength(9)
  })

  test('no administrator may do what the other one does', () => {
    expect(may('content-administrator', 'see-operation')).toBe(false)
    expect(may('functional-administrator', 'edit-content')).toBe(false)
  })
})

test('a password is enough for what everybody may do, and for nothing more', () => {
  expect(ACTIONS.filter((action) => !asksSecondFactor(action))).toEqual(['see-own-account'])
})
