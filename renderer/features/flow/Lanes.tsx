import { memo } from 'react'
import type { Lane } from '../../../electron/picture/picture.ts'
import { laneIcons } from './icons.ts'
import type { LanePlaces } from './lane-places.ts'

/** Who takes part, each above its line. */
export const Lanes = memo(function Lanes({ lanes, places }: { lanes: readonly Lane[]; places: LanePlaces }) {
  return (
    <div className="flow-lanes">
      {lanes.map(({ id, title, subtitle }) => {
        const Icon = laneIcons[id]
        const x = places.x(id)
        const half = Math.min(places.gap / 2 - 4, x - 8, places.width - x - 8)
        return (
          <div key={id} className="flow-lane" style={{ left: x - half, width: 2 * half }}>
            <span className="flow-lane-title">
              <Icon size={16} stroke={1.6} aria-hidden />
              <span className="ellipsis">{title}</span>
            </span>
            <bdi className="flow-lane-name mono ellipsis" title={subtitle}>
              {subtitle}
            </bdi>
          </div>
        )
      })}
    </div>
  )
})
