import type { ApiCall } from '../../../../contract/api-call.ts'
import type { ExportFact } from '../../../../contract/export-note.ts'
import { filesIn } from '../names.ts'
import { lostSettings } from '../without-place.ts'
import { postmanBody, postmanRow } from './postman-body.ts'
import { postmanUrl } from './postman-url.ts'

/** A call as an item of a collection. */
export function postmanItem(call: ApiCall): object {
  const { body, contentType } = postmanBody(call.body)
  const hasType = call.headers.some(({ name, enabled }) => enabled && /^content-type$/i.test(name))
  const type =
    contentType === '' || contentType === null || hasType ? [] : [{ key: 'Content-Type', value: contentType }]
  return {
    name: call.name || `${call.method} ${call.url}`,
    // URLs are sent as they are written.
    protocolProfileBehavior: {
      disableUrlEncoding: true,
      followRedirects: call.followRedirects,
      ...(contentType === null && !hasType ? { disabledSystemHeaders: { 'content-type': true } } : {}),
    },
    request: {
      ...(call.authorization === 'none' ? { auth: { type: 'noauth' } } : {}),
      method: call.method,
      header: [...call.headers.map(postmanRow), ...type],
      ...(body === undefined ? {} : { body }),
      url: postmanUrl(call),
      ...(call.notes === '' ? {} : { description: call.notes }),
    },
  }
}

/** What an item has no place for. */
export function itemFacts(call: ApiCall): ExportFact[] {
  const { length: count } = call.assertions
  return [
    ...(count === 0 ? [] : [{ code: 'assertions_not_kept', evidence: { count } } as const]),
    ...lostSettings({ scope: call.scope !== '', renewOn401: call.renewOn401 }),
    ...filesIn(call.body).map((path) => ({ code: 'file_to_place', evidence: { path } }) as const),
  ]
}
