import { hrefOf } from '../../../route.ts'

/** Says in the header that Configure holds something that is not saved, and leads there. */
export function UnsavedMark({ id }: { id: string }) {
  return (
    <a className="unsaved-mark" href={hrefOf({ kind: 'environment', id, tab: 'configure' })}>
      <span className="unsaved-dot" aria-hidden />
      Unsaved changes
    </a>
  )
}
