import { cause, type Cause, type Check } from '../check.ts'
import type { Case } from '../case.ts'
import { refusesClient } from '../refuses-client.ts'
import type { SecretFacts } from '../facts/secret-facts.ts'

const seen = { basis: 'seen', confidence: 'likely' } as const
const guessed = { basis: 'seen', confidence: 'possible' } as const
const inExperience = { basis: 'experience', confidence: 'possible' } as const

/** What can be seen of the secret itself, where the server did not accept the client. */
export const secretValue: Check = {
  name: 'secret_value',
  look(kase) {
    const secret = kase.secret ?? kase.request.basic?.secret ?? null
    if (secret === null || !refusesClient(kase)) return null
    return [...whiteSpaceIn(kase, secret), ...placeholderFor(kase, secret), ...idFor(kase, secret)]
  },
}

function whiteSpaceIn(kase: Case, { whiteSpace: where, hasLineBreak, looksLikePem }: SecretFacts): Cause[] {
  if (where === null || looksLikePem) return []
  const by = where === 'inside' && !hasLineBreak ? inExperience : seen
  return [cause(kase, 'secret_whitespace', by, { where, lineBreak: hasLineBreak ? 'yes' : 'no' })]
}

function placeholderFor(kase: Case, secret: SecretFacts): Cause[] {
  const is = placeholderOf(secret)
  // Some servers want a JWT as the secret.
  return is === null ? [] : [cause(kase, 'secret_placeholder', is === 'jwt' ? guessed : seen, { is })]
}

function placeholderOf(secret: SecretFacts): string | null {
  if (secret.length === 0) return 'empty'
  if (secret.equalsClientId) return 'client_id'
  if (secret.looksLikePem) return 'pem'
  if (secret.isQuoted) return 'quoted'
  if (secret.isPlaceholder) return 'template'
  return secret.looksLikeJwt ? 'jwt' : null
}

/** Microsoft shows the ID of a secret beside its value, which never has the form of a UUID; others make secrets of that form. */
function idFor(kase: Case, { isUuid }: SecretFacts): Cause[] {
  const words = kase.answer?.words ?? ''
  if (!isUuid || kase.settings?.provider === 'keycloak') return []
  const isMicrosoft = /AADSTS\d|AADB2C\d/.test(words) || kase.settings?.provider === 'entra'
  return [cause(kase, 'secret_id_for_value', isMicrosoft || /secret id/i.test(words) ? seen : guessed, {})]
}
