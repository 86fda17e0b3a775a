import type { TextRule } from './text-rule.ts'

/** Both hosts of these rules have it; their common types do not. */
declare const URL: new (text: string) => object

/**
 * An absolute http or https URL without fragment and without credentials in it.
 * @see RFC 6749 §3.2
 */
export const httpUrlRule: TextRule = { trim: true, what: 'A URL', most: 2048, further: httpUrlProblem }

function httpUrlProblem(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return 'Enter an absolute URL that begins with https:// or http://.'
  if (/\s/.test(text)) return 'A URL cannot contain spaces.'
  if (!isUrl(text)) return 'This is not a valid URL.'
  if (authorityOf(text).includes('@')) return 'Leave user name and password out of the URL: they would end up in logs.'
  if (text.includes('#')) return 'An endpoint URL must not have a fragment (#…).'
  return null
}

const proxyProtocols = /^(?:https?|socks(?:4a?|5h?)?):\/\//i

/** A proxy's URL: scheme, host and port; its credentials are fields of their own. Empty is no proxy. */
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
