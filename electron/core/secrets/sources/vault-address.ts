import { isExposed } from '../../loopback.ts'
import { withoutEnding } from '../../../common/without-ending.ts'
import { optionalHttpUrlSchema } from '../../../contract/url.ts'
import type { Reading } from './reading.ts'

/** Where Vault is, without a slash at the end; `typed` empty is VAULT_ADDR, as for Vault's own command line. */
export function vaultAddress(typed: string, variable: string | undefined): Reading<string> {
  const isTyped = typed !== ''
  const place = isTyped ? 'The address of Vault' : 'The address of Vault in VAULT_ADDR'
  const parsed = optionalHttpUrlSchema.safeParse(isTyped ? typed : (variable ?? ''))
  if (!parsed.success) return fail(`${place} is not usable: ${parsed.error.issues[0]?.message ?? 'it is no URL.'}`)
  if (parsed.data === '') return fail('Enter the address of Vault, or set VAULT_ADDR and start the app again.')
  if (parsed.data.includes('?')) return fail(`${place} has a query (?…). Enter it without.`)
  if (isExposed(parsed.data)) {
    return fail(
      `${place} is http, where everybody on the way could read the token and the secret. Use https; http is for this computer alone.`,
    )
  }
  return { ok: true, value: withoutEnding(parsed.data, '/') }
}

const fail = (message: string): Reading<never> => ({ ok: false, message })
