import { useEffect, useEffectEvent, useState } from 'react'

/** How many take what is dropped, other than those that take what nobody else does. */
let takers = 0

/**
 * Takes what is dropped anywhere on the window while this is on screen. True while something is held over it. `of` files are
 * those that nothing else on screen takes.
 */
export function useDropping(onDrop: (transfer: DataTransfer) => void, of: 'anything' | 'files' = 'anything'): boolean {
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onDrop)
  useEffect(() => {
    if (of === 'anything') takers += 1
    // A field that takes it has said so on the way here.
    const isMine = ({ dataTransfer, defaultPrevented }: DragEvent): boolean =>
      of === 'anything' || (takers === 0 && !defaultPrevented && dataTransfer?.types.includes('Files') === true)
    // Enter and leave come for every element on the way.
    let depth = 0
    const enter = (event: DragEvent) => {
      depth += 1
      setOver(isMine(event))
    }
    const leave = () => {
      depth -= 1
      if (depth <= 0) setOver(false)
    }
    const allow = (event: DragEvent) => {
      setOver(isMine(event))
      if (!isMine(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (!isMine(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) take(event.dataTransfer)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', allow)
    window.addEventListener('drop', drop)
    return () => {
      if (of === 'anything') takers -= 1
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', allow)
      window.removeEventListener('drop', drop)
    }
  }, [of])
  return over
}
