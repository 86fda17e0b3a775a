import type { ExposedText, ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere } from '../check.ts'

/** Secrets that are written where they are shown and shared in clear: in settings, variables, notes and saved calls. */
export const secretsInSettings: ReviewCheck = {
  name: 'secrets_in_settings',
  look: ({ exposed, calls }) => {
    // A certificate is public.
    const texts = exposed.filter(({ kind }) => kind !== 'certificate')
    const [first, ...others] = [
      ...found('secret_written_out', texts.filter(isCertain), calls),
      ...found(
        'secret_perhaps_written_out',
        texts.filter((text) => !isCertain(text)),
        calls,
      ),
    ]
    return first === undefined ? [judged('no_secret_written_out', [])] : [first, ...others]
  },
}

/** A password before the host of a URL is one; a parameter of the query only has the name of a secret, and a JWT may have expired. */
const isCertain = ({ kind, excerpt }: ExposedText): boolean =>
  kind === 'known_secret' || kind === 'private_key' || (kind === 'url_credentials' && excerpt.includes('://'))

function found(
  code: 'secret_written_out' | 'secret_perhaps_written_out',
  texts: readonly ExposedText[],
  calls: ReviewCase['calls'],
): Judged[] {
  const [first] = texts
  if (first === undefined) return []
  const call = callAt(first.place, calls)
  const evidence = { field: first.place, count: String(texts.length) }
  const seen = texts.slice(0, mostShown).map(({ place, excerpt }) => seenHere('setting', place, excerpt))
  return [judged(code, seen, call === null ? evidence : { ...evidence, call })]
}

const mostShown = 10

/** What the saved call is called that a place such as `apiCalls.2.url` is in. */
function callAt(place: string, calls: ReviewCase['calls']): string | null {
  const index = /^apiCalls\.(\d{1,6})(?:\.|$)/.exec(place)?.[1]
  const call = index === undefined ? undefined : calls[Number(index)]
  if (call === undefined) return null
  return call.name === '' ? call.method : call.name
}
