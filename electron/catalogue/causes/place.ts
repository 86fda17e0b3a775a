import type { FindingEntry } from '../findings/entry.ts'
import { answered, common, field, sentUrl } from './entry.ts'

const place = { ...common, pointers: [sentUrl, field('token_endpoint')] } as const

/**
 * About where a request went, and the way there. `wanted` is the address that is right, where it is known; `usual` where it
 * is with this product; `is` one of `endpointKinds`.
 */
export const placeCauses = {
  wrong_tenant: { ...place, section: null, optional: [...answered, 'tenant'] },
  wrong_authorization_server: { ...place, section: null, optional: [...answered, 'name'] },
  wrong_token_host: { ...place, section: null, optional: [...answered, 'host', 'wanted'] },
  wrong_token_url: {
    ...place,
    section: 'RFC 6749 §3.2',
    optional: [...answered, 'url', 'wanted', 'differs', 'looksRight', 'product'],
  },
  wrong_endpoint: {
    ...place,
    section: 'RFC 6749 §3',
    optional: [...answered, 'is', 'url', 'wanted', 'usual', 'title'],
  },
  sandbox_production_mismatch: { ...place, section: null, optional: [...answered, 'credentials', 'host'] },
  method_not_allowed: { ...place, section: 'RFC 9110 §15.5.6', optional: [...answered, 'method', 'allow'] },
  localhost_refused: { ...place, section: null, optional: [...answered, 'host', 'port'] },
  proxy_needed: {
    ...common,
    section: null,
    optional: [...answered, 'host', 'port'],
    pointers: [field('network.proxy.mode')],
  },
  port_speaks_http: { ...place, section: null, optional: [...answered, 'host', 'port', 'wanted'] },
  tls_too_old: { ...common, section: 'RFC 8996', optional: [...answered, 'host', 'is', 'reason'], pointers: [] },
  tls_intercepted: {
    ...common,
    section: null,
    optional: [...answered, 'host', 'issuer', 'product'],
    pointers: [field('network.ca')],
  },
  tls_chain_incomplete: {
    ...common,
    section: 'RFC 8446 §4.4.2',
    optional: [...answered, 'host', 'issuer'],
    pointers: [field('network.ca')],
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
