import type { DecodedToken } from '../../electron/contract/decoded-token.ts'
import { visible } from '../../electron/common/visible.ts'
import './claims.css'
import { markedPlace } from './marked-place.ts'

/** The text around the place where a token cannot be read, with that place marked. */
export function MalformedPlace({ malformed }: { malformed: Extract<DecodedToken, { kind: 'malformed' }> }) {
  if (malformed.near === '') return null
  const { before, place, after } = markedPlace(malformed)
  return (
    <div className="panel">
      <pre className="bytes" aria-label="Place of the error">
        {visible(before)}
        <mark className="malformed-place">{place === '' ? 'here' : visible(place)}</mark>
        {visible(after)}
      </pre>
    </div>
  )
}
