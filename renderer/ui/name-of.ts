import type { ApiCallSummary, ApiRequest } from '../../electron/contract/api-call.ts'

/** Method and path, by which a call is known. */
export function nameOf({ method, url }: Pick<ApiRequest, 'method' | 'url'>): string {
  return `${method} ${pathOf(url)}`
}

/** The name of a saved call; without one, method and path. */
export const titleOf = (call: Pick<ApiCallSummary, 'name' | 'method' | 'url'>): string =>
  call.name === '' ? nameOf(call) : call.name

/** What comes after the host of a URL. */
export const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/?#]+/i, '') || '/'
