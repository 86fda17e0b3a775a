import type { Finding } from '../../contract/finding.ts'
import { fieldLabel } from '../field-labels.ts'

export type Change = NonNullable<Finding['change']>

/** On the button that makes a change: `Set Audience to https://api.example`. */
export function changeLabel({ field, value }: Change): string {
  const label = fieldLabel(field) ?? field
  if (typeof value === 'boolean') return `Switch ${label} ${value ? 'on' : 'off'}`
  return value.length === 0 ? `Clear ${label}` : `Set ${label} to ${valueText(value)}`
}

/** A value of a field, as text. */
export function valueText(value: Change['value']): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  const text = typeof value === 'string' ? value : value.join(', ')
  return text === '' ? 'not set' : text
}
