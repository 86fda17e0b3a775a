import { cause, type Cause, type Check } from '../check.ts'
import type { Case } from '../case.ts'
import { refusesClient } from '../refuses-client.ts'
import type { SecretFacts } from '../facts/secret-facts.ts'

/** What can be seen of the secret itself, where the server did not accept the client. */
export const secretValue: Check = {
  name: 'secret_value',
  look(kase) {
    const secret = kase.secret ?? kase.request.basic?.secret ?? null
    if (secret === null || !refusesClient(kase)) return null
    return causesIn(kase, secret)
  },
}

function causesIn(kase: Case, secret: SecretFacts): Cause[] {
  const seen = { basis: 'seen', confidence: 'likely' } as const
  const { whiteSpace } = secret
  const is = placeholderOf(secret)
  return [
    ...(whiteSpace === null || whiteSpace === 'inside'
      ? []
      : [cause(kase, 'secret_whitespace', seen, { where: whiteSpace, lineBreak: secret.hasLineBreak ? 'yes' : 'no' })]),
    ...(is === null ? [] : [cause(kase, 'secret_placeholder', seen, { is })]),
  ]
}

function placeholderOf(secret: SecretFacts): string | null {
  if (secret.equalsClientId) return 'client_id'
  if (secret.looksLikePem) return 'pem'
  if (secret.isQuoted) return 'quoted'
  if (secret.isPlaceholder) return 'template'
  return secret.looksLikeJwt ? 'jwt' : null
}
