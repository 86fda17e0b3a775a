import { Text } from '@mantine/core'
import { useRef } from 'react'
import type { Content } from '../../electron/contract/decoded-token.ts'
import { byteCount } from '../ui/format.ts'
import { Region } from '../ui/Region.tsx'
import { CopyValue } from './CopyValue.tsx'
import { FoldedText } from './FoldedText.tsx'

/** Bytes that are no claims: a payload that is something else, or the footer of a PASETO. */
export function ContentRegion({ content: { text, encoding, bytes }, what }: { content: Content; what: string }) {
  const shown = useRef<HTMLDivElement>(null)
  return (
    <Region name={what} actions={<CopyValue text={text} what={what.toLowerCase()} shown={shown} />}>
      <div className="panel">
        <Text size="xs" c="dimmed" mb={4}>
          {byteCount(bytes)}
          {encoding === 'utf-8' ? '' : ', not text: shown as base64url'}
        </Text>
        <div ref={shown}>
          <FoldedText text={text} what={what.toLowerCase()} />
        </div>
      </div>
    </Region>
  )
}
