import { memo } from 'react'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { lifespanOfHeld } from '../../token-view/lifespan.ts'
import { LifetimeLine } from '../../token-view/LifetimeLine.tsx'
import { MembersTable } from '../../token-view/MembersTable.tsx'
import { HeldActions } from './HeldActions.tsx'
import { IssuedBanner } from './IssuedBanner.tsx'
import { Reveal } from './Reveal.tsx'
import { ScopeDifference } from './ScopeDifference.tsx'

/** What the authorization server said of the token that is held, and the token itself, masked. */
export function IssuedPanel({ token, isNewest }: { token: HeldToken; isNewest: boolean }) {
  const { environmentId, exchangeId, masked, response, scopeAsked, scopeGranted, binding, stale } = token
  return (
    <div className="column" data-gap="small">
      <IssuedBanner token={token} isNewest={isNewest} />
      <ScopeDifference scopeAsked={scopeAsked} scopeGranted={scopeGranted} />
      <TokenNotes binding={binding} stale={stale} />
      <LifetimeLine lifespan={lifespanOfHeld(token)} />
      <Reveal environmentId={environmentId} exchangeId={exchangeId} masked={masked} />
      <div className="row" data-spread style={{ alignItems: 'flex-start' }}>
        <Answer members={response.members} exchangeId={exchangeId} />
        <div className="row" data-wrap="no">
          <HeldActions environmentId={environmentId} hasPrevious={token.previousIssuedAt !== null} />
        </div>
      </div>
    </div>
  )
}
const saidAbove = new Set(['access_token', 'token_type', 'expires_in', 'scope'])

/** All of the answer; open from the start where it holds more than what is said above. */
function Answer({ members, exchangeId }: Pick<HeldToken['response'], 'members'> & Pick<HeldToken, 'exchangeId'>) {
  const saysMore = members.some(({ name, duplicate }) => duplicate || !saidAbove.has(name))
  return (
    <Disclosure title="All fields of the response" open={saysMore} about={exchangeId}>
      <MembersTable members={members} place="token_response" what="members" />
    </Disclosure>
  )
}

const bindings = { dpop: 'DPoP key', certificate: 'client certificate' } as const

/** What the token is bound to, and whether it is still the one that would be requested. */
const TokenNotes = memo(function TokenNotes({ binding, stale }: Pick<HeldToken, 'binding' | 'stale'>) {
  return (
    <>
      {binding === null ? null : (
        <p className="text-small dimmed anywhere">
          Requested with the {bindings[binding.kind]} {binding.thumbprint}
        </p>
      )}
      {stale ? (
        <div className="row" data-wrap="no" role="note">
          <StateIcon tone="warn" />
          <p className="text">The environment changed since; the next API call requests a new token.</p>
        </div>
      ) : null}
    </>
  )
})
