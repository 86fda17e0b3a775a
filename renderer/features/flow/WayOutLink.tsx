import type { WayOut } from '../../../electron/picture/picture.ts'

/** Leads to where what is missing is filled in. */
export function WayOutLink({ wayOut, onWayOut }: { wayOut: WayOut; onWayOut: (wayOut: WayOut) => void }) {
  return (
    <button
      type="button"
      className="link-button flow-way-out"
      onClick={(event) => {
        event.stopPropagation()
        onWayOut(wayOut)
      }}
    >
      {wayOut.label}
    </button>
  )
}
