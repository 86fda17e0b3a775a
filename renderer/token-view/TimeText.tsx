import { useContext } from 'react'
import { relativeTime } from '../../electron/wording/time-span.ts'
import { clockTime } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import { ClockOffset, notableOffset } from './clock-offset.ts'
import type { TimeClaim } from './time-claim.ts'

/** A time claim in words: how long from now, by the clock here, and by UTC. It alone is drawn again each second. */
export function TimeText({ time }: { time: TimeClaim }) {
  switch (time.kind) {
    case 'time':
      return <At at={time.at} />
    case 'smaller_unit':
      return (
        <>
          <span className="claim-odd">{time.unit}? The standard counts seconds. If so: </span>
          <At at={time.at} />
        </>
      )
    case 'early':
      return (
        <span className="claim-odd">
          {time.at === 0 ? 'zero: never set?' : 'a length of time, not a date?'} As a date it is {utcTime(time.at)}
        </span>
      )
    case 'not_a_time':
      return <span className="claim-odd">not a time</span>
    case 'string':
      return (
        <>
          <span className="claim-odd">a string, where a number belongs: </span>
          <TimeText time={time.time} />
        </>
      )
  }
}

function At({ at }: { at: number }) {
  const now = useNow()
  const offset = useContext(ClockOffset)
  return (
    <span className="claim-times">
      <span>
        {relativeTime(at, now + offset)}
        {Math.abs(offset) < notableOffset ? '' : ' by the server’s clock'}
      </span>
      <span>{clockTime(at, now)} here</span>
      <span>{utcTime(at)}</span>
    </span>
  )
}

/** `2026-11-24 13:20:12 UTC` */
function utcTime(at: number): string {
  return new Date(at)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC')
}
