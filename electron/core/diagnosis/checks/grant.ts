import { cause, type Check } from '../check.ts'

/** Whether the client credentials grant was asked for, is offered, and is allowed for the client. @see RFC 6749 §5.2 */
export const grant: Check = {
  name: 'grant',
  look(kase) {
    const { step, request, answer, metadata } = kase
    if (step !== 'token' || answer === null) return null
    const grant_type = request.parameters.get('grant_type')?.[0]
    if (grant_type === undefined || grant_type === '') return null
    const { error, status } = answer
    const isRefused = error === 'unsupported_grant_type' || error === 'invalid_grant' || error === 'invalid_request'
    if (isRefused && isMisspelt(grant_type))
      return [
        cause(
          kase,
          'wrong_grant_type',
          { basis: 'seen', confidence: 'certain' },
          { grant_type, wanted: 'client_credentials' },
        ),
      ]
    const offered = metadata?.grant_types_supported ?? null
    if (error === 'unauthorized_client') {
      const confidence = status === 401 ? 'possible' : 'likely'
      const id = request.client_id
      return [cause(kase, 'grant_not_allowed', { basis: 'code', confidence }, id === null ? {} : { client_id: id })]
    }
    if (error !== 'unsupported_grant_type') return offered?.includes(grant_type) === true ? [] : null
    if (request.body !== 'form') return null
    if (offered === null)
      return [cause(kase, 'wrong_grant_type', { basis: 'code', confidence: 'likely' }, { grant_type })]
    return offered.includes(grant_type)
      ? [cause(kase, 'grant_not_allowed', { basis: 'code', confidence: 'likely' }, {})]
      : [
          cause(
            kase,
            'wrong_grant_type',
            { basis: 'seen', confidence: 'certain' },
            { grant_type, offered: offered.slice(0, 10).join(', ') },
          ),
        ]
  },
}

/** Nearly the name of this grant: `client-credentials`, `ClientCredentials`, `client_credential`. */
const isMisspelt = (grant_type: string): boolean =>
  grant_type !== 'client_credentials' && /^\s?client[\s_-]?credentials?\s?$/i.test(grant_type)
