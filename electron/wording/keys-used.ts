import { assertNever } from '../common/assert-never.ts'
import type { KeysUsed } from '../contract/verification.ts'
import { relativeTime } from './time-span.ts'

/** Which keys were used, where they came from, and how fresh they are. `now` is in milliseconds since 1970. */
export function keysSentence(keys: KeysUsed, now: number): string {
  const { count, source } = keys
  const many = `${count} ${count === 1 ? 'key' : 'keys'}`
  switch (source) {
    case 'jwks':
    case 'url':
      return [`Key set${keys.url === null ? '' : ` of ${keys.url}`}`, many, ...fetched(keys, now)].join(', ')
    case 'key':
      return `Pasted key, ${many}`
    case 'secret':
      return 'Typed shared secret'
    case 'client_secret':
      return 'Client secret of the environment'
    default:
      return assertNever(source)
  }
}

const ways: Readonly<Record<KeysUsed['fetch'], string>> = {
  none: '',
  cached: 'from memory',
  fetched: '',
  refetched: 'again, because no cached key matched',
  cooling_down: 'from memory: it was asked again a moment ago, and is not for now',
}

function fetched({ fetchedAt, fetch }: KeysUsed, now: number): string[] {
  const at = fetchedAt === null ? '' : `fetched ${relativeTime(fetchedAt, now)}`
  const way = ways[fetch]
  if (fetch === 'refetched') return [[at, way].filter(Boolean).join(' ')]
  return [at, way].filter(Boolean)
}
