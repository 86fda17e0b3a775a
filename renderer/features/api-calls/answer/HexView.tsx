import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { byteCount } from '../../../ui/format.ts'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { bytesInLine, hexLine } from './hex-lines.ts'

/** More bytes are not shown. */
const mostShown = 1 << 20

/** Bytes as hexadecimal digits and as the characters that some of them are. */
export function HexView({ bytes, total }: { bytes: Uint8Array; total: number }) {
  const shown = bytes.subarray(0, mostShown)
  const lines = useMemo(
    () => Array.from({ length: Math.ceil(shown.length / bytesInLine) }, (_, index) => index),
    [shown.length],
  )
  return (
    <>
      <VirtualList as="list" label="Bytes of the answer" items={lines} estimate={20} maxHeight="60vh" keyOf={String}>
        {(index) => {
          const { offset, hex, text } = hexLine(shown, index)
          return (
            <div className="hex-line">
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
    </>
  )
}
