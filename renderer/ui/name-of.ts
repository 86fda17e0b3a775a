import type { ApiRequest } from '../../electron/contract/api-call.ts'

/** Method and path, by which a call is known. */
export function nameOf({ method, url }: Pick<ApiRequest, 'method' | 'url'>): string {
  return `${method} ${pathOf(url)}`
}

/** What comes after the host of a URL. */
export const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/?#]+/i, '') || '/'
