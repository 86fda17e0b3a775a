import type { LeastPrivilege, ScopeUse } from '../../../../electron/common/least-privilege.ts'
import { count } from '../../../ui/count.ts'

/** `2 requested and granted, 1 needed by these calls.` */
export function scopesLine({ requested, granted, needed, notNoted }: LeastPrivilege): string {
  const isSame =
    granted !== null && granted.length === requested.length && granted.every((one) => requested.includes(one))
  const asked = `${requested.length} requested`
  const got = granted === null ? asked : isSame ? `${asked} and granted` : `${asked}, ${granted.length} granted`
  return `${got}, ${needed.length}${notNoted > 0 ? ' or more' : ''} needed by these calls.`
}

/** Why requested and needed scopes cannot be compared; null where they can be. */
export function incomparableText({ incomparable, notNoted }: LeastPrivilege): string | null {
  switch (incomparable) {
    case null:
    case 'no_calls':
      return null
    case 'not_noted':
      return `${count(notNoted, 'call names', 'calls name')} no required scopes. Add them under Authorization to compare.`
    case 'nothing_requested':
      return 'No scope is requested, so the server chooses. These cannot be compared.'
    case 'default_scope':
      return 'A .default scope requests every assigned role. These cannot be compared.'
  }
}

/** `requested, granted, needed by 2 calls` */
export function scopeUseText({ isRequested, isGranted, neededBy }: ScopeUse): string {
  const requested = isRequested ? 'requested' : 'not requested'
  const granted = isGranted === null ? [] : [isGranted ? 'granted' : 'not granted']
  const needed = neededBy === 0 ? 'not needed' : `needed by ${count(neededBy, 'call')}`
  return [requested, ...granted, needed].join(', ')
}
