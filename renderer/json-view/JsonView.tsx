import './json-view.css'
import { use, useLayoutEffect, useMemo, useRef } from 'react'
import { marksInResponseBody } from '../../electron/common/evidence-marks.ts'
import type { Pointer } from '../../electron/contract/finding.ts'
import { LongText } from '../ui/LongText.tsx'
import { Sought } from '../ui/sought.ts'
import { styleNonce } from '../ui/style-nonce.ts'
import { hasCrowdedLine } from './crowded-line.ts'
import { useEditor } from './use-editor.ts'
import { useShownText } from './use-shown-text.ts'

interface Props {
  source: string
  /** What assistive technology calls it. */
  label: string
  /** Whether JSON is left as it came instead of being indented. */
  isExact?: boolean
  /** Whether it is as high as it is long, because what is around it scrolls and nothing follows. */
  isUncut?: boolean
  /** What of it is marked as evidence. */
  pointers?: readonly Pointer[]
  /** Hears of each place that is chosen: the text as it is shown, and the offset in it. */
  onPlace?: (text: string, offset: number) => void
}

const none: readonly Pointer[] = []

/**
 * A text for reading, with colours, folding and search where it is JSON; plain until the editor is loaded, and where it cannot be or is not
 * made for the text. */
export function JsonView({ source, label, isExact = false, isUncut = false, pointers = none, onPlace }: Props) {
  const shown = useShownText(source, isExact)
  const editor = useEditor()
  const sought = use(Sought)
  const isCrowded = useMemo(() => shown !== null && hasCrowdedLine(shown.text), [shown])
  const openEditor = isCrowded ? null : editor
  const parent = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (openEditor === null || shown === null || parent.current === null) return undefined
    const marks = [...marksInResponseBody(shown.text, pointers), ...sought(shown.text)]
    return openEditor(shown, { parent: parent.current, label, nonce: styleNonce(), marks, onPlace })
  }, [openEditor, shown, label, pointers, sought, onPlace])
  const isPlain = openEditor === null || shown === null
  return (
    <div className="json-view" data-uncut={isUncut || undefined}>
      {isPlain ? <LongText text={shown?.text ?? source} label={label} /> : <div ref={parent} />}
    </div>
  )
}
