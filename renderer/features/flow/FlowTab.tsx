import { Banner } from '../../ui/Banner.tsx'
import { Region } from '../../ui/Region.tsx'

/** The flow as a picture: what would happen, what happens and what happened. */
export function FlowTab({ environmentId }: { environmentId: string }) {
  return (
    <Region name="Flow" title={null} key={environmentId}>
      <div className="top">
        <Banner
          tone="idle"
          title="Nothing has run yet"
          reason="The arrows show what would happen with the settings of this environment."
        />
      </div>
    </Region>
  )
}
