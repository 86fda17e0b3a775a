import type { HeldToken } from '../../../electron/contract/token.ts'
import { TokenStatus } from '../../ui/TokenStatus.tsx'
import { clockTime } from '../../ui/format.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Region } from '../../ui/Region.tsx'
import { HeldContent } from './HeldContent.tsx'
import { IssuedPanel } from './IssuedPanel.tsx'

/** The token that an environment held before its last request failed: still to be used, and not what that request gave. */
export function EarlierToken({ token, environmentName }: { token: HeldToken; environmentName: string }) {
  return (
    <Region name="Earlier token" title={null}>
      <Disclosure
        title="Earlier token"
        note={
          <>
            issued {clockTime(token.lifetime.issuedAt)} <TokenStatus token={token} />
          </>
        }
        open={false}
        about={token.exchangeId}
      >
        <div className="column top" data-gap="large" style={{ paddingTop: 12 }}>
          <IssuedPanel token={token} isNewest={false} />
          <HeldContent token={token} environmentName={environmentName} />
        </div>
      </Disclosure>
    </Region>
  )
}
