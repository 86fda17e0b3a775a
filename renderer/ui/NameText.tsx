import { visible } from '../../electron/common/visible.ts'
import { inTwoParts } from './in-two-parts.ts'

interface Props {
  name: string
  /** Whether other names beside it begin alike, so that they differ in what comes last. */
  isEndKept: boolean
}

/** A name on one line. Where it does not fit, its last word may still be shown. */
export function NameText({ name, isEndKept }: Props) {
  const [start, end] = isEndKept ? inTwoParts(visible(name)) : [visible(name), '']
  return (
    <bdi className="name-text" title={name}>
      <span className="ellipsis">{start}</span>
      {end === '' ? null : <span className="name-end">{end}</span>}
    </bdi>
  )
}
