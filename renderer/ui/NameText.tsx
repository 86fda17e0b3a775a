import { visible } from '../../electron/common/visible.ts'
import { inTwoParts } from './in-two-parts.ts'

/** A name on one line. Where it does not fit, its last word is still shown: names that begin alike differ there. */
export function NameText({ name }: { name: string }) {
  const [start, end] = inTwoParts(visible(name))
  return (
    <bdi className="name-text" title={name}>
      <span className="ellipsis">{start}</span>
      {end === '' ? null : <span className="name-end">{end}</span>}
    </bdi>
  )
}
