import { urlText, withSplitUrl } from '../../../../common/query-rows.ts'
import type { ApiCall } from '../../../../contract/api-call.ts'
import { postmanRow } from './postman-body.ts'

/** A URL as Postman takes it apart: what it sends is put together from the parts, and `raw` is what it shows. */
export function postmanUrl(call: Pick<ApiCall, 'url' | 'query'>): object {
  const split = withSplitUrl(call)
  const [, protocol = '', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^]*)$/i.exec(split.url) ?? []
  const [authority = '', ...path] = rest.split('/')
  const [, host = '', port = ''] = /^([^]*?)(?::(\d+))?$/.exec(authority) ?? []
  const literal = new Set(path.flatMap((segment) => /^:[^.]+/.exec(segment)?.[0] ?? []))
  return {
    raw: urlText(split),
    ...(protocol === '' ? {} : { protocol }),
    host: hostParts(host),
    ...(port === '' ? {} : { port }),
    ...(path.length === 0 ? {} : { path }),
    ...(split.query.length === 0 ? {} : { query: split.query.map(postmanRow) }),
    // Postman reads `:name` at the start of a segment as a variable of the path: its value is that text.
    ...(literal.size === 0 ? {} : { variable: [...literal].map((text) => ({ key: text.slice(1), value: text })) }),
  }
}

/** A name with a dot in it may be that of a variable. */
const hostParts = (host: string): string[] => (host.includes('{{') ? [host] : host.split('.'))
