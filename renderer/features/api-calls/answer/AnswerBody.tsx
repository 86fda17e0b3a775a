import { Button, Group, Text } from '@mantine/core'
import { contentTypeIn } from '../../../../electron/common/content-type.ts'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { jsonPointerAt } from '../../../../electron/common/json-pointer-at.ts'
import { visible } from '../../../../electron/common/visible.ts'
import type { Exchange } from '../../../../electron/contract/exchange.ts'
import type { Pointer } from '../../../../electron/contract/finding.ts'
import { emptyBodySentence } from '../../../../electron/wording/http-status.ts'
import { hasCrowdedLine } from '../../../json-view/crowded-line.ts'
import { JsonView } from '../../../json-view/JsonView.tsx'
import { RecordedBody } from '../../../json-view/RecordedBody.tsx'
import { CopyText } from '../../../ui/CopyText.tsx'
import { byteCount } from '../../../ui/format.ts'
import { bytesOf, isSourceFirst, looksOfBytes, looksOfText } from './body-kind.ts'
import { HexView } from './HexView.tsx'
import { ImageBody, imageAddress, svgAddress } from './ImageBody.tsx'
import { LargeText } from './LargeText.tsx'
import { isShownWhole, useWholeAnswer } from '../../../queries/whole-answer.ts'

type Response = NonNullable<Exchange['response']>

interface Props {
  exchangeId: string
  method: string
  response: Response
  /** What of it is marked. */
  pointers?: readonly Pointer[]
}

const none: readonly Pointer[] = []

/** The body of an answer: JSON, text, an image, or bytes. */
export function AnswerBody({ exchangeId, method, response, pointers = none }: Props) {
  const { body, headers, status } = response
  const whole = useWholeAnswer(exchangeId, body)
  const contentType = contentTypeIn(headers)
  const [chosen, setChosen] = useState<'image' | 'source' | null>(null)
  const bytes = useMemo(() => (body.encoding === 'base64' ? bytesOf(whole?.text ?? '') : null), [body.encoding, whole])
  // Text by its bytes alone.
  const crowded = useMemo(
    () =>
      body.encoding === 'utf-8' && whole?.isWhole === true && hasCrowdedLine(whole.text, 'control')
        ? new TextEncoder().encode(whole.text)
        : null,
    [body.encoding, whole],
  )
  if (body.text === '') {
    return (
      <Text size="sm" c="dimmed">
        {body.truncated ? 'The answer ended before its body came.' : emptyBodySentence(method, status)}
      </Text>
    )
  }
  if (whole === null) return null
  const looks = bytes === null ? looksOfText(whole.text, contentType) : looksOfBytes(bytes, contentType)
  const canBeImage = looks.kind === 'image' && whole.isWhole
  const asSource = chosen === null ? isSourceFirst(looks) : chosen === 'source'
  const isImage = canBeImage && !asSource
  const view = (): ReactNode => {
    if (isImage) {
      const mime = looks.mime ?? ''
      return (
        <ImageBody
          key={exchangeId}
          mime={mime}
          source={bytes === null ? svgAddress(whole.text) : imageAddress(mime, whole.text)}
        />
      )
    }
    if (bytes !== null) return <HexView bytes={bytes} total={body.decodedBytes} />
    if (crowded !== null) return <HexView bytes={crowded} total={body.decodedBytes} />
    if (!whole.isWhole) return <LargeText key={exchangeId} exchangeId={exchangeId} beginning={whole.text} />
    return looks.kind === 'json' ? (
      <JsonBody source={whole.text} pointers={pointers} />
    ) : (
      <JsonView source={whole.text} label="Body of the answer" pointers={pointers} isUncut />
    )
  }
  return (
    <RecordedBody exchangeId={exchangeId} text={whole.text} label="Body of the answer" view={view()}>
      <Group gap={8}>
        <Text size="xs" c="dimmed">
          {byteCount(body.decodedBytes)}
          {(bytes ?? crowded) !== null && !isImage ? ` · ${looks.mime ?? 'not text'}, as bytes` : ''}
          {body.charset === undefined ? '' : ` · decoded from ${visible(body.charset)}`}
          {body.truncated ? ' · incomplete' : ''}
          {body.isHead === true && isShownWhole(body) && !whole.isWhole ? ' · only its beginning is kept' : ''}
        </Text>
        {looks.claimed === null ? null : (
          <Text size="xs" role="note">
            Content-Type says {visible(looks.claimed) || 'nothing'}; this is {looks.mime}.
          </Text>
        )}
        {canBeImage ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setChosen(asSource ? 'image' : 'source')}>
            {asSource ? 'Show the image' : bytes === null ? 'Show as text' : 'Show as bytes'}
          </Button>
        ) : null}
      </Group>
    </RecordedBody>
  )
}

/** JSON, with the pointer of the place that was chosen in it. */
function JsonBody({ source, pointers }: { source: string; pointers: readonly Pointer[] }) {
  const [place, setPlace] = useState<string | null>(null)
  const onPlace = useCallback((text: string, offset: number) => setPlace(jsonPointerAt(text, offset)), [])
  return (
    <>
      <JsonView source={source} label="Body of the answer" pointers={pointers} isUncut onPlace={onPlace} />
      <div className="json-place">
        {place === null ? (
          <span className="dimmed">Choose a line to see its JSON Pointer.</span>
        ) : (
          <>
            <span className="dimmed">JSON Pointer</span>
            {place === '' ? (
              <span>of the whole: an empty text</span>
            ) : (
              <CopyText text={visible(place)} what="pointer" />
            )}
          </>
        )}
      </div>
    </>
  )
}
