import { IconFileImport } from '@tabler/icons-react'

/** Over what is there while something is held that would be read. */
export function DropVeil() {
  return (
    <div className="drop-veil">
      <IconFileImport size={28} aria-hidden />
      <p className="text drop-title">Drop to preview</p>
    </div>
  )
}
