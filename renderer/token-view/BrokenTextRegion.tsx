import { useRef } from 'react'
import type { BrokenText } from '../../electron/contract/decoded-token.ts'
import { visible } from '../../electron/common/visible.ts'
import { Region } from '../ui/Region.tsx'
import './claims.css'
import { aroundPlace } from './around-place.ts'
import { CopyValue } from './CopyValue.tsx'

const titles = { header: 'Header, as far as it can be read', claims: 'Claims, as far as they can be read' } as const

/** The decoded text of a part of a token that is no whole JSON, with the place where it breaks. */
export function BrokenTextRegion({ broken: { segment, text, at } }: { broken: BrokenText }) {
  const shown = useRef<HTMLPreElement>(null)
  const { before, place, after } = aroundPlace(text, at)
  return (
    <Region name={titles[segment]} actions={<CopyValue text={text} what={segment} shown={shown} />}>
      <div className="panel">
        <pre className="bytes" ref={shown}>
          {visible(before)}
          <mark className="malformed-place">{place === '' ? 'ends here' : visible(place)}</mark>
          {visible(after)}
        </pre>
      </div>
    </Region>
  )
}
