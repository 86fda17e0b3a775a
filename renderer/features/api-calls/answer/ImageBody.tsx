import { Text } from '@mantine/core'
import { useState } from 'react'
import { visible } from '../../../../electron/common/visible.ts'

type Shown = { kind: 'loading' } | { kind: 'broken' } | { kind: 'size'; width: number; height: number }

/** An image, by itself in its own document: nothing in it runs or loads anything. */
export function ImageBody({ source, mime }: { source: string; mime: string }) {
  const [shown, setShown] = useState<Shown>({ kind: 'loading' })
  return (
    <figure className="answer-image">
      {shown.kind === 'broken' ? null : (
        <img
          src={source}
          alt="The answer"
          onError={() => setShown({ kind: 'broken' })}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            setShown({ kind: 'size', width, height })
          }
        />
      )}
      <Text size="xs" c="dimmed" component="figcaption" role="status">
        {shown.kind === 'broken' ? `This image cannot be shown: it is damaged, or not ${visible(mime)}.` : null}
        {shown.kind === 'size' ? `${shown.width} × ${shown.height} pixels` : null}
      </Text>
    </figure>
  )
}

/** As an address that an image can be loaded from. */
export const imageAddress = (mime: string, base64: string): string => `data:${mime};base64,${base64}`

/** Of an image that is text. */
export const svgAddress = (text: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(wellFormed(text))}`

/** A lone surrogate cannot be encoded. */
const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text))
