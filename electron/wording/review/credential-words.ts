import { capital } from '../../common/capital.ts'
import { oneOf } from '../../common/one-of.ts'
import { uncapital } from '../../common/uncapital.ts'
import { secretNames } from '../../vocabulary/secret-names.ts'
import { fieldLabel } from '../field-labels.ts'
import { secretLabels } from '../secret-names.ts'

/** What a credential is called in a sentence: `client secret`. */
export function credentialName(name: string): string {
  const secret = oneOf(secretNames, name)
  const label = secret === null ? 'Client certificate' : secretLabels[secret]
  // A name that begins with an abbreviation or a product keeps its capital.
  return /^(?:[A-Z]{2}|DPoP|Vault)/.test(label) ? label : uncapital(label)
}

/** At the beginning of a line. */
export const credentialTitle = (name: string): string => capital(credentialName(name))

/** Names of secrets, separated by spaces, as `Client secret, proxy password`. */
export function secretList(names: string): string {
  const shown = names.split(' ').filter((name) => name !== '')
  return capital(shown.map(credentialName).join(', '))
}

/** `Orders prod`, or `Orders prod and 2 more`. */
export function andMore(first: string, count: string): string {
  const others = Number(count) - 1
  return others > 0 ? `${first} and ${others} more` : first
}

/** Where a text is: in a saved call, or in a field of the settings. */
export function textPlace(field: string, call: string): string {
  if (call !== '') return `the call “${call}”`
  if (field.startsWith('accepted.')) return 'the reason of an accepted finding'
  return field.startsWith('apiCalls.') ? 'a saved call' : (fieldLabel(field) ?? 'the settings')
}
