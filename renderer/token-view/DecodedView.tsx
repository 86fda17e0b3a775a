import { memo } from 'react'
import { decodedSentence } from '../../electron/wording/decoded.ts'
import type { DecodedToken } from '../../electron/contract/decoded-token.ts'
import { StateIcon } from '../ui/StateIcon.tsx'
import { BrokenTextRegion } from './BrokenTextRegion.tsx'
import { ClockOffset } from './clock-offset.ts'
import { ContentRegion } from './ContentRegion.tsx'
import { Disclosures } from './Disclosures.tsx'
import { LifetimeLine } from './LifetimeLine.tsx'
import { lifespanOf } from './lifespan.ts'
import { MalformedPlace } from './MalformedPlace.tsx'
import { MembersRegion } from './MembersRegion.tsx'

type Malformed = Extract<DecodedToken, { kind: 'malformed' }>

interface Props {
  decoded: DecodedToken
  /** Milliseconds by which the issuer's clock is ahead of this computer's; null when unknown. */
  clockOffset: number | null
  /** False where the lifetime is shown elsewhere. */
  showsLifetime?: boolean
}

/** What a token of any kind says of itself. Nothing here judges whether it is true. */
export const DecodedView = memo(function DecodedView({ decoded, clockOffset, showsLifetime = true }: Props) {
  // What is encrypted has a panel that says so, with the ways to open it.
  const sentence = decoded.kind === 'jwe' ? null : decodedSentence(decoded)
  const lifespan = showsLifetime ? lifespanOf(decoded, clockOffset) : null
  return (
    <div className="column" data-gap="large">
      {sentence === null ? null : (
        <div className="row" data-wrap="no" style={{ alignItems: 'flex-start' }} role="note">
          {decoded.kind === 'malformed' ? <StateIcon tone="bad" word="Error" /> : null}
          <p className="text anywhere">{sentence}</p>
        </div>
      )}
      {lifespan === null ? null : (
        <div className="panel">
          <LifetimeLine lifespan={lifespan} />
        </div>
      )}
      <ClockOffset value={clockOffset ?? 0}>
        <Parts decoded={decoded} />
      </ClockOffset>
    </div>
  )
})

/** Whether the decoded text shows the place of the error, with more around it. */
const readsBroken = ({ segment, byteOffset, broken = [] }: Malformed): boolean =>
  byteOffset !== null && broken.some((one) => one.segment === segment)

function Parts({ decoded }: { decoded: DecodedToken }) {
  switch (decoded.kind) {
    case 'jws':
      return (
        <>
          <MembersRegion name="Claims" object={decoded.claims} place="claims" />
          <MembersRegion name="Header" object={decoded.header} place="header" />
        </>
      )
    case 'sd_jwt':
      return (
        <>
          <MembersRegion name="Claims" object={decoded.claims} place="claims" />
          <Disclosures disclosures={decoded.disclosures} unreadable={decoded.unreadable} />
          <MembersRegion name="Header" object={decoded.header} place="header" />
          {decoded.keyBinding === null ? null : (
            <>
              <MembersRegion name="Key binding claims" object={decoded.keyBinding.claims} place="claims" />
              <MembersRegion name="Key binding header" object={decoded.keyBinding.header} place="header" />
            </>
          )}
        </>
      )
    case 'paseto':
      return (
        <>
          {decoded.claims === null ? null : <MembersRegion name="Claims" object={decoded.claims} place="paseto" />}
          {decoded.footer === null ? null : <ContentRegion content={decoded.footer} what="Footer" />}
        </>
      )
    case 'signed_content':
      return (
        <>
          <ContentRegion content={decoded.content} what="Signed content" />
          <MembersRegion name="Header" object={decoded.header} place="header" />
        </>
      )
    case 'jwe':
      return <MembersRegion name="Header" object={decoded.header} place="header" />
    case 'malformed':
      return (
        <>
          {readsBroken(decoded) ? null : <MalformedPlace malformed={decoded} />}
          {decoded.claims === undefined ? null : <MembersRegion name="Claims" object={decoded.claims} place="claims" />}
          {(decoded.broken ?? []).toReversed().map((broken) => (
            <BrokenTextRegion key={broken.segment} broken={broken} />
          ))}
          {decoded.header === undefined ? null : <MembersRegion name="Header" object={decoded.header} place="header" />}
        </>
      )
    case 'opaque':
    case 'empty':
      return null
  }
}
