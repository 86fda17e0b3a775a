import { IconAlertTriangle } from '@tabler/icons-react'
import { useNow } from '../ui/use-now.ts'
import './lifetime.css'
import type { Lifespan } from './lifespan.ts'
import { type LifetimePicture, lifetimePicture, type LifetimeState, type Point } from './lifetime-picture.ts'

const tones: Readonly<Record<LifetimeState, 'good' | 'warn' | 'bad'>> = {
  valid: 'good',
  ending: 'warn',
  not_yet: 'warn',
  expired: 'bad',
  revoked: 'bad',
  unknown_end: 'warn',
  impossible: 'bad',
}

/** Issued, not before, now and expires on one line, counting. Unknown is not “for ever”. */
export function LifetimeLine({ lifespan }: { lifespan: Lifespan }) {
  const picture = lifetimePicture(lifespan, useNow())
  return (
    <div className="lifetime" data-tone={tones[picture.state]}>
      <div className="lifetime-words">
        <b>{picture.words}</b>
        {picture.notes.map((note) => (
          <span key={note} className="lifetime-note">
            <IconAlertTriangle size={12} stroke={2.5} aria-hidden /> {note}
          </span>
        ))}
      </div>
      <Line picture={picture} />
      <ul className="lifetime-legend">
        {picture.points.map((point) => (
          <li key={point.name}>
            <i className="lifetime-mark" data-point={point.name} aria-hidden />
            {point.label}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Line({ picture: { points, left, description } }: { picture: LifetimePicture }) {
  const placed = points.filter(isPlaced)
  return (
    <div className="lifetime-line" role="img" aria-label={description} data-empty={placed.length === 0 || undefined}>
      {left === null ? null : (
        <div className="lifetime-left" style={{ left: percent(left.from), right: percent(1 - left.to) }} />
      )}
      {placed.map(({ name, position }) => (
        <i key={name} className="lifetime-mark" data-point={name} style={{ left: percent(position) }} />
      ))}
    </div>
  )
}

function isPlaced(point: Point): point is Point & { position: number } {
  return point.position !== null
}

function percent(share: number): string {
  return `${share * 100}%`
}
