import type { Body, Headers } from '../../electron/contract/exchange.ts'

const shownCharacters = 50_000

/** A message as it is on the wire; of a long body its beginning. */
export function messageText(startLine: string, headers: Headers, body: Body | null): string {
  const lines = [startLine, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return `${lines.join('\n')}\n\n${body?.text.slice(0, shownCharacters) ?? ''}`.trimEnd()
}
