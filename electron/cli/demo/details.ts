import { numberOf, stringOf } from '../../common/json-source.ts'
import { utc } from '../../common/utc.ts'
import type { Api } from '../../contract/calls.ts'
import type { Member } from '../../contract/json-object.ts'
import type { CallContext } from '../../core/core-context.ts'
import { checkSentence } from '../../wording/checks/sentences.ts'

/** A name and what was seen; with a mark where something was checked. */
export interface Detail {
  name: string
  value: string
  mark?: 'passed' | 'failed' | 'noted'
}

/** What the held token says, and every check of it. */
export async function tokenDetails(
  api: Api<CallContext>,
  context: CallContext,
  environmentId: string,
): Promise<{ title: string; details: Detail[] }[]> {
  const tokens = await api.listTokens(undefined, context)
  const held = tokens.find((token) => token.environmentId === environmentId)
  if (held === undefined) return []
  const { decoded, scopeAsked, scopeGranted, masked, token_type, expires_in } = held
  const { expiresAt } = held.lifetime
  const token = { kind: 'held', environmentId } as const
  const outcome = await api.verifyToken({ token, environmentId, keys: { kind: 'jwks', fresh: false } }, context)
  const checks = outcome.kind === 'verified' ? outcome.verification.checks : []
  return [
    {
      title: 'The token',
      details: [
        { name: 'scopes asked', value: scopeAsked },
        { name: 'scopes granted', value: scopeGranted ?? `${scopeAsked} (not said, so as asked)` },
        { name: 'token', value: `${masked} (${token_type})` },
        {
          name: 'lifetime',
          value: `${expires_in === null ? 'not said' : `${expires_in} s`}${expiresAt === null ? '' : `, until ${utc(expiresAt)}`}`,
        },
      ],
    },
    {
      title: 'Its claims: anyone who holds it can read them',
      details: decoded.kind === 'jws' ? [...decoded.header.members, ...decoded.claims.members].map(claim) : [],
    },
    {
      title: 'Its checks: reading is not trusting',
      details: checks.map((check) => ({
        name: check.name,
        value: checkSentence(check),
        mark: check.result === 'not_possible' ? 'noted' : check.result,
      })),
    },
  ]
}

function claim({ name, source }: Member): Detail {
  const seconds = ['exp', 'iat', 'nbf'].includes(name) ? numberOf(source) : null
  const value = stringOf(source) ?? source
  return { name, value: seconds === null ? value : `${value}  ${utc(seconds * 1000)}` }
}
