import { type Reading, unreadable } from '../../credentials/reading.ts'
import { isExposed } from '../../../common/loopback.ts'
import { problem } from '../../problem.ts'
import { urlProblem } from '../../url-problem.ts'
import { withoutEnding } from '../../../common/without-ending.ts'
import { optionalHttpUrlSchema } from '../../../contract/url.ts'

/** Where Vault is, without a slash at the end; `typed` empty is VAULT_ADDR, as for Vault's own command line. */
export function vaultAddress(typed: string, variable: string | undefined): Reading<string> {
  const where = typed === '' ? 'variable' : 'typed'
  const text = typed === '' ? (variable ?? '') : typed
  const parsed = optionalHttpUrlSchema.safeParse(text)
  if (!parsed.success)
    return { ok: false, problem: { ...problem('vault_address_invalid', { where }), cause: urlProblem(text) } }
  if (parsed.data === '') return unreadable('vault_address_not_entered')
  if (parsed.data.includes('?')) return unreadable('vault_address_with_query', { where })
  if (isExposed(parsed.data)) return unreadable('vault_address_not_encrypted', { where })
  return { ok: true, value: withoutEnding(parsed.data, '/') }
}
