import { mimeOf } from './content-type.ts'

/** What separates the events of an answer that stays open; null of one that has none. */
type Events = 'blocks' | 'lines' | null

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html, https://github.com/ndjson/ndjson-spec, RFC 7464 */
export function eventsOf(contentType: string): Events {
  const mime = mimeOf(contentType)
  if (mime === 'text/event-stream') return 'blocks'
  return /^application\/(?:x-)?(?:ndjson|json-?lines|jsonl|json-seq|stream\+json)$/.test(mime) ? 'lines' : null
}

/** Counts the events of a text that comes in whole lines. A block counts once the empty line behind it has come. */
export class EventCounter {
  count = 0
  #isOpen = false
  readonly #events: Exclude<Events, null>

  constructor(events: Exclude<Events, null>) {
    this.#events = events
  }

  push(lines: string): void {
    for (const line of lines.split(/\r\n|[\r\n]/).slice(0, -1)) {
      const isEmpty = line.trim() === ''
      if (this.#events === 'lines') this.count += isEmpty ? 0 : 1
      else if (isEmpty) {
        this.count += this.#isOpen ? 1 : 0
        this.#isOpen = false
      } else if (!line.startsWith(':')) this.#isOpen = true
    }
  }
}

/** The events of all of an answer; null of one that has none. */
export function countEvents(contentType: string, text: string): number | null {
  const events = eventsOf(contentType)
  if (events === null) return null
  const counter = new EventCounter(events)
  counter.push(`${text}\n`)
  return counter.count
}
