import { memo, use, useRef } from 'react'
import type { Place } from '../../electron/catalogue/claims/meaning-of.ts'
import type { Provider } from '../../electron/catalogue/claims/provider-claims.ts'
import type { Member } from '../../electron/contract/json-object.ts'
import { visible } from '../../electron/common/visible.ts'
import { useIsMarkedClaim } from '../state/marked-evidence.ts'
import { ShownEnvironment } from '../ui/shown-environment.ts'
import { ClaimValue } from './ClaimValue.tsx'
import { CopyValue } from './CopyValue.tsx'
import { MeaningText } from './MeaningText.tsx'
import { MemberName, shortName } from './MemberName.tsx'

/** One member of an object. It is drawn once: only what ticks within it is drawn again. */
export const MemberRow = memo(function MemberRow({
  member: { name, source, duplicate, duplicatesWithin },
  place,
  provider,
}: {
  member: Member
  place: Place
  provider: Provider | null
}) {
  const shown = useRef<HTMLDivElement>(null)
  const isMarked = useIsMarkedClaim(use(ShownEnvironment)?.id ?? '', name) && place === 'claims'
  return (
    <tr>
      <th scope="row">
        {isMarked ? (
          <mark className="evidence">
            <MemberName name={name} />
          </mark>
        ) : (
          <MemberName name={name} />
        )}
        {duplicate ? <span className="claim-badge">duplicate</span> : null}
        {(duplicatesWithin?.length ?? 0) > 0 ? <span className="claim-badge">duplicates within</span> : null}
      </th>
      <td className="claim-value">
        <div ref={shown}>
          <ClaimValue name={name} source={source} />
        </div>
        <CopyValue text={source} what={`value of ${visible(shortName(name))}`} shown={shown} />
      </td>
      <td>
        <MeaningText place={place} name={name} source={source} provider={provider} />
      </td>
    </tr>
  )
})
