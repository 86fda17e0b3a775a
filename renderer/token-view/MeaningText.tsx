import type { Entry } from '../../electron/catalogue/claims/entry.ts'
import { meaningOf, type Place } from '../../electron/catalogue/claims/meaning-of.ts'
import type { Provider, ProviderEntry } from '../../electron/catalogue/claims/provider-claims.ts'
import { numberOf } from '../../electron/common/json-source.ts'
import { timeSpan } from '../../electron/wording/time-span.ts'
import { numberNote } from './number-note.ts'
import { timeClaim } from './time-claim.ts'
import { TimeText } from './TimeText.tsx'

interface Props {
  place: Place
  name: string
  source: string
  provider: Provider | null
}

/** What a member stands for, by whom, and what its value says beyond its digits. */
export function MeaningText({ place, name, source, provider }: Props) {
  const { registered, byProvider, unit } = meaningOf(place, name, provider)
  const time = unit === null || unit === 'seconds' ? null : timeClaim(source, unit)
  const seconds = unit === 'seconds' && source.length < 20 ? numberOf(source) : null
  const note = numberNote(source)
  return (
    <>
      <Words registered={registered} byProvider={byProvider} />
      {time === null ? null : (
        <div className="claim-more">
          <TimeText time={time} />
        </div>
      )}
      {seconds === null || seconds < 60 ? null : <div className="claim-more">{timeSpan(seconds * 1000)}</div>}
      {note === null ? null : <div className="claim-more">{note}</div>}
    </>
  )
}

function Words({ registered, byProvider }: { registered: Entry | null; byProvider: readonly ProviderEntry[] }) {
  if (registered === null && byProvider.length === 0) return <div>Private</div>
  return (
    <>
      {registered === null ? null : (
        <div>
          {registered.meaning} <small>{registered.section}</small>
        </div>
      )}
      {byProvider.map(({ provider, meaning }) => (
        <div key={provider}>
          {meaning} <small>{provider}</small>
        </div>
      ))}
    </>
  )
}
