import { Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { byteCount } from '../../../ui/format.ts'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { hexLine } from './hex-lines.ts'

/** More bytes are not shown. */
const mostShown = 1 << 20
/** Pixels that a line of 16 bytes needs, with the scroll bar. */
const widthOf16 = 600

/** Bytes as hexadecimal digits and as the characters that some of them are. */
export function HexView({ bytes, total }: { bytes: Uint8Array; total: number }) {
  const shown = bytes.subarray(0, mostShown)
  const { ref, width } = useElementSize()
  // Until it is measured it is 0.
  const bytesInLine = width === 0 || width >= widthOf16 ? 16 : 8
  const lines = useMemo(
    () => Array.from({ length: Math.ceil(shown.length / bytesInLine) }, (_, index) => index),
    [shown.length, bytesInLine],
  )
  return (
    <div ref={ref}>
      <VirtualList as="list" label="Bytes of the answer" items={lines} estimate={20} maxHeight="60vh" keyOf={String}>
        {(index) => {
          const { offset, hex, text } = hexLine(shown, index, bytesInLine)
          return (
            <div className="hex-line" data-bytes={bytesInLine}>
              <span>{offset}</span>
              <span>{hex}</span>
              <span>{text}</span>
            </div>
          )
        }}
      </VirtualList>
      {shown.length < total ? (
        <Text size="xs" c="dimmed">
          The first {byteCount(shown.length)} of {byteCount(total)}. Save… has all of it that is kept.
        </Text>
      ) : null}
    </div>
  )
}
