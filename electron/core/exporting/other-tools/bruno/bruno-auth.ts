import type { EnvironmentInput } from '../../../../contract/environment.ts'
import type { ExportFact } from '../../../../contract/export-note.ts'
import { lostSettings } from '../without-place.ts'
import { type BruLine, isWritable, pairsBlock } from './bru-text.ts'

/** Blocks of client credentials, and what they have no place for. */
export function authBlocks(value: EnvironmentInput, secret: string): { blocks: string[]; facts: ExportFact[] } {
  const method = value.token_endpoint_auth_method
  const isBasic = method === 'client_secret_basic'
  const hasSecret = isBasic || method === 'client_secret_post'
  const isKnown = hasSecret || /^(?:none|tls_client_auth|self_signed_tls_client_auth)$/.test(method)
  const auth: BruLine[] = [
    { name: 'grant_type', value: 'client_credentials' },
    { name: 'access_token_url', value: value.token_endpoint },
    { name: 'client_id', value: value.client_id },
    ...(hasSecret ? [{ name: 'client_secret', value: `{{${secret}}}` }] : []),
    { name: 'scope', value: value.scope },
    { name: 'credentials_placement', value: isBasic ? 'basic_auth_header' : 'body' },
    { name: 'credentials_id', value: 'credentials' },
    { name: 'token_placement', value: 'header' },
    { name: 'token_header_prefix', value: 'Bearer' },
    { name: 'auto_fetch_token', value: 'true' },
    { name: 'auto_refresh_token', value: 'false' },
  ]
  const body = [
    ...(value.audience === '' ? [] : [{ name: 'audience', value: value.audience }]),
    ...value.resource.map((resource) => ({ name: 'resource', value: resource })),
    ...value.parameters,
  ]
  const further = 'auth:oauth2:additional_params:access_token_req'
  return {
    blocks: [
      pairsBlock('auth', [{ name: 'mode', value: 'oauth2' }]),
      pairsBlock('auth:oauth2', auth),
      pairsBlock(`${further}:headers`, value.headers),
      pairsBlock(`${further}:body`, body),
    ],
    facts: [
      ...(isKnown ? [] : [{ code: 'method_not_supported', evidence: { method } } as const]),
      ...lostSettings({
        // Bruno writes both as they are.
        basicEncoding: isBasic && value.basicEncoding === 'form' && !/^[\w.*-]*$/.test(value.client_id),
        tokenBodyFormat: value.tokenBodyFormat !== 'form',
        // One of a name is sent.
        parameters:
          new Set(body.map(({ name }) => name)).size < body.length ||
          ![...auth, ...body, ...value.headers].every(isWritable),
      }),
    ],
  }
}
