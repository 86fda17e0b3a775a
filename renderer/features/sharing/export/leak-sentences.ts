import type { Leak } from '../../../../electron/contract/sharing.ts'

/** What was found, in words. */
export const leakKinds: Readonly<Record<Leak['kind'], string>> = {
  known_secret: 'A secret of this workspace',
  jwt: 'A token (JWT)',
  private_key: 'A private key',
  certificate: 'A certificate',
  url_credentials: 'User name and password in a URL',
  high_entropy: 'Text that looks random, like a key',
}

const members: Readonly<Record<string, string>> = {
  apiCalls: 'saved call',
  accepted: 'accepted finding',
  headers: 'header',
  query: 'parameter',
  fields: 'field',
  parts: 'part',
  assertions: 'assertion',
  parameters: 'parameter',
  resource: 'resource',
}

/** Where it was found: `apiCalls.2.headers.0.value` is “Saved call 3 › header 1 › value”. */
export function placeInWords(place: string): string {
  const words: string[] = []
  for (const part of place.split('.')) {
    const last = words.at(-1)
    if (/^\d+$/.test(part) && last !== undefined) words[words.length - 1] = `${last} ${Number(part) + 1}`
    else words.push(members[part] ?? part)
  }
  const text = words.join(' › ')
  const [first = ''] = place.split('.')
  return first in members || first === 'notes' || first === 'name' ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/** The tab where it can be taken out, and what that is called. */
export function whereToTakeOut(place: string): readonly ['api-calls' | 'review' | 'configure', string] {
  const [first] = place.split('.')
  if (first === 'apiCalls') return ['api-calls', 'API calls']
  return first === 'accepted' ? ['review', 'Review'] : ['configure', 'Configure']
}
