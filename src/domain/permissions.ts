/** What an account may do in the application. Nobody's answers are behind any of these. */
export const PERMISSIONS = ['participant', 'content-administrator', 'functional-administrator'] as const
export type Permission = (typeof PERMISSIONS)[number]

export type Action = 'see-own-account' | 'edit-content' | 'see-operation' | 'see-log' | 'see-overview'

/** The one table of who may do what. What is not in it, nobody may. */
const TABLE: Record<Permission, readonly Action[]> = {
  participant: ['see-own-account'],
  'content-administrator': ['see-own-account', 'edit-content', 'see-log', 'see-overview'],
  'functional-administrator': ['see-own-account', 'see-operation', 'see-log', 'see-overview'],
}

export function may(permission: Permission, action: Action): boolean {
  return TABLE[permission].includes(action)
}

/** Whatever a participant may not do asks for more than a password. */
export function asksSecondFactor(action: Action): boolean {
  return !may('participant', action)
}
