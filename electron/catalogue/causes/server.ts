import type { FindingEntry } from '../findings/entry.ts'
import { answered, common, field, sentUrl, status } from './entry.ts'

/** About the server, and what is in front of it. Times are seconds. */
export const serverCauses = {
  rate_limited: {
    ...common,
    section: 'RFC 6585 §4',
    optional: [...answered, 'inLastMinute', 'wait'],
    pointers: [status, { kind: 'response_header', name: 'Retry-After' }],
  },
  server_unavailable: { ...common, section: 'RFC 9110 §15.6', optional: answered, pointers: [status] },
  server_error: { ...common, section: 'RFC 9110 §15.6.1', optional: [...answered, 'trace'], pointers: [status] },
  server_nonstandard: { ...common, section: null, optional: [...answered, 'wants'], pointers: [] },
  http_version_required: { ...common, section: 'RFC 9110 §15.5.22', optional: answered, pointers: [status] },
  redirect_to_login: { ...common, section: null, optional: [...answered, 'location', 'title'], pointers: [status] },
  proxy_answered: {
    ...common,
    section: null,
    optional: [...answered, 'proxy', 'title'],
    pointers: [field('network.proxy.mode'), status],
  },
  firewall_blocked: { ...common, section: null, optional: [...answered, 'product', 'title'], pointers: [status] },
  captive_portal: {
    ...common,
    section: 'RFC 8952 §1',
    optional: [...answered, 'title', 'location'],
    pointers: [status],
  },
  legal_block: { ...common, section: 'RFC 7725 §3', optional: answered, pointers: [status] },
  clock_skew: {
    ...common,
    section: 'RFC 7519 §4.1.4',
    optional: [...answered, 'seconds', 'server', 'about'],
    pointers: [{ kind: 'response_header', name: 'Date' }],
  },
  jwks_wrong_url: {
    ...common,
    section: 'RFC 7517 §5',
    optional: [...answered, 'is', 'wanted', 'endpoint'],
    pointers: [sentUrl, field('jwks_uri')],
  },
  jwks_stale: { ...common, section: 'RFC 7517 §4.5', optional: [...answered, 'kid'], pointers: [] },
  metadata_wrong_url: {
    ...common,
    section: 'RFC 8414 §3',
    optional: [...answered, 'wanted', 'is'],
    pointers: [sentUrl, field('issuer')],
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
