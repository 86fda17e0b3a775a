import { EventCounter, eventsOf } from '../../common/count-events.ts'
import type { TextDecoder } from 'node:util'
import type { Notice } from '../../contract/events.ts'
import type { SendOptions } from '../http/transcript.ts'
import type { Mask } from '../redaction/mask.ts'
import { codingOf, decoderOf } from '../redaction/text-of-body.ts'

/** In ms, between two notices. */
const pause = 100
/** In ms: what is complete sooner is shown when it is. A stream is shown at once. */
const patience = 1000
/** Characters of one notice; of more that came in between, the newest lines. */
const mostSent = 1 << 16

type Arriving = Omit<Extract<Notice, { kind: 'answer_arriving' }>, 'kind' | 'flowId'>

/**
 * Reports an answer while it arrives, as text in whole lines, masked: a secret may be split over two parts of it, and no secret has
 * a line break in it. `end` stops it.
 */
export function reportArriving(maskOf: () => Mask, report: (arriving: Arriving) => void) {
  let mask: Mask | null = null
  let decoder: TextDecoder | null = null
  let counter: EventCounter | null = null
  let isText = true
  let timer: NodeJS.Timeout | undefined
  let held = ''
  let lines = ''
  let bytes = 0

  const send = (): void => {
    timer = undefined
    mask ??= maskOf()
    const isLong = lines.length > mostSent
    const newest = isLong ? lines.slice(lines.indexOf('\n', lines.length - mostSent) + 1) : lines
    report({ bytes, events: counter?.count ?? null, text: mask(newest), isGap: isLong })
    lines = ''
  }

  const onBody: NonNullable<SendOptions['onBody']> = (part, contentType) => {
    if (decoder === null) {
      const events = eventsOf(contentType)
      counter = events === null ? null : new EventCounter(events)
      const coding = codingOf(part, contentType, true)
      isText = coding !== null
      decoder = decoderOf(coding ?? { label: 'utf-8', charset: null })
      timer = setTimeout(send, events === null ? patience : pause)
    }
    bytes += part.byteLength
    if (isText) {
      const text = held + decoder.decode(part, { stream: true })
      const end = text.lastIndexOf('\n') + 1
      held = text.slice(end)
      // A line without end is shown when the answer is complete.
      if (held.length > mostSent) isText = false
      const whole = text.slice(0, end)
      counter?.push(whole)
      lines = (lines + whole).slice(-4 * mostSent)
    }
    timer ??= setTimeout(send, pause)
  }

  const end = (): void => clearTimeout(timer)
  return { onBody, end }
}
