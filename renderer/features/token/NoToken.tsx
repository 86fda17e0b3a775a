import { IconKey } from '@tabler/icons-react'
import { hrefOf } from '../../route.ts'
import { openFlowHelp } from '../../state/flow-help.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Region } from '../../ui/Region.tsx'

/** What is shown until an environment holds its first token, or the first request for one failed. */
export function NoToken({ environmentId }: { environmentId: string }) {
  return (
    <Region name="Token response" title={null}>
      <div className="top">
        <Banner tone="idle" title="Nothing requested yet" reason="No token request was made from here." />
      </div>
      <Empty
        icon={IconKey}
        title="No token yet"
        act={
          <>
            <a href={hrefOf({ kind: 'environment', id: environmentId, tab: 'configure' })}>Check the settings</a>
            <button type="button" className="link-button" onClick={openFlowHelp}>
              Which flow do I need?
            </button>
          </>
        }
      >
        Request one to see its lifetime, claims and verification here.
      </Empty>
    </Region>
  )
}
