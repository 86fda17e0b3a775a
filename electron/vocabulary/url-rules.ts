import type { TextRule } from './text-rule.ts'

/** Both hosts of these rules have it; their common types do not. */
declare const URL: new (text: string) => object

/**
 * An absolute http or https URL without fragment and without credentials in it.
 * @see RFC 6749 §3.2
 */
export const httpUrlRule: TextRule = {
  trim: true,
  what: 'A URL',
  most: 2048,
  further: (text) => {
    const fault = httpUrlFault(text)
    return fault === null ? null : httpUrlFaults[fault]
  },
}

export const httpUrlFaults = {
  not_absolute: 'Enter an absolute URL that begins with https:// or http://.',
  with_spaces: 'A URL cannot contain spaces.',
  invalid: 'This is not a valid URL.',
  with_credentials: 'Leave user name and password out of the URL: they would end up in logs.',
  with_fragment: 'An endpoint URL must not have a fragment (#…).',
} as const

/** Why a text is no URL that is used here; null when it is one. */
export function httpUrlFault(text: string): keyof typeof httpUrlFaults | null {
  if (!/^https?:\/\//i.test(text)) return 'not_absolute'
  if (/\s/.test(text)) return 'with_spaces'
  if (!isUrl(text)) return 'invalid'
  if (authorityOf(text).includes('@')) return 'with_credentials'
  if (text.includes('#')) return 'with_fragment'
  return null
}

const proxyProtocols = /^(?:https?|socks(?:4a?|5h?)?):\/\//i

/** A proxy's URL: scheme, host and port; its credentials are their own fields. Empty is no proxy. */
export const proxyUrlRule: TextRule = {
  trim: true,
  what: 'A URL',
  most: 2048,
  further: (text) => (text === '' ? null : proxyUrlProblem(text)),
}

function proxyUrlProblem(text: string): string | null {
  if (!proxyProtocols.test(text)) return 'Enter a proxy as http://, https://, socks5:// or socks4:// host:port.'
  if (authorityOf(text).includes('@')) return 'Enter user name and password in their own fields.'
  // Only the schemes that browsers know have their authority parsed as one.
  if (!isUrl(text.replace(proxyProtocols, 'http://'))) return 'This is not a valid URL.'
  if (!/^[^/]*:\/\/[^/?#]+\/?$/.test(text)) return 'A proxy is a host and a port, without a path.'
  return null
}

const authorityOf = (text: string) => text.replace(/^[^:]*:\/\//, '').split(/[/?#]/, 1)[0] ?? ''

function isUrl(text: string): boolean {
  try {
    return new URL(text) instanceof URL
  } catch {
    return false
  }
}
