import { z } from 'zod'

/**
 * An absolute http or https URL without fragment and without credentials in it.
 * @see RFC 6749 §3.2
 */
export const httpUrlSchema = z
  .string()
  .trim()
  .max(2048, 'A URL may have at most 2,048 characters.')
  .superRefine((text, context) => {
    const problem = httpUrlProblem(text)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })

export const optionalHttpUrlSchema = z.union([z.literal(''), httpUrlSchema])

function httpUrlProblem(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return 'Enter an absolute URL that begins with https:// or http://.'
  if (/\s/.test(text)) return 'A URL cannot contain spaces.'
  if (!z.url().safeParse(text).success) return 'This is not a valid URL.'
  if (authorityOf(text).includes('@')) return 'Leave user name and password out of the URL: they would end up in logs.'
  if (text.includes('#')) return 'An endpoint URL must not have a fragment (#…).'
  return null
}

const proxyProtocols = /^(?:https?|socks(?:4a?|5h?)?):\/\//i

/** A proxy's URL: scheme, host and port; its credentials are fields of their own. Empty is no proxy. */
export const proxyUrlSchema = z
  .string()
  .trim()
  .max(2048, 'A URL may have at most 2,048 characters.')
  .superRefine((text, context) => {
    const problem = text === '' ? null : proxyUrlProblem(text)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })

function proxyUrlProblem(text: string): string | null {
  if (!proxyProtocols.test(text)) return 'Enter a proxy as http://, https://, socks5:// or socks4:// host:port.'
  if (authorityOf(text).includes('@')) return 'Enter user name and password in their own fields.'
  // Only the schemes that browsers know have their authority parsed as one.
  if (!z.url().safeParse(text.replace(proxyProtocols, 'http://')).success) return 'This is not a valid URL.'
  if (!/^[^/]*:\/\/[^/?#]+\/?$/.test(text)) return 'A proxy is a host and a port, without a path.'
  return null
}

const authorityOf = (text: string) => text.replace(/^[^:]*:\/\//, '').split(/[/?#]/, 1)[0] ?? ''
