import { parseProxy } from './proxy-url.ts'
import type { Proxy } from '../http/transcript.ts'

/** The system names a proxy by a URL that is none; `url` is without credentials. */
export class UnreadableProxy extends Error {
  readonly url: string

  constructor(url: string) {
    super(url)
    this.url = url
  }
}

/** The proxy that the system names, which on the command line may carry its credentials. @throws when it is not understood */
export function parseSystemProxy(text: string): Proxy {
  const { username, password, origin } = withoutCredentials(text)
  const parsed = parseProxy(origin, username, password)
  if (parsed === null) throw new UnreadableProxy(origin)
  return parsed
}

/** Credentials are percent-encoded, or as they are where that is forgotten. */
function withoutCredentials(text: string): { origin: string; username: string; password: string } {
  const [, scheme = '', user = '', password = '', rest = ''] =
    /^([a-z0-9]+:\/\/)(?:([^:@/]*)(?::(.*))?@)?([^@]*?)\/?$/i.exec(text) ?? []
  return { origin: scheme + rest, username: percentDecoded(user), password: percentDecoded(password) }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
