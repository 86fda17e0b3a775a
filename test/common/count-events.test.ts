import { expect, test } from 'vitest'
import { countEvents, eventsOf } from '../../electron/common/count-events.ts'

test.each([
  ['text/event-stream; charset=utf-8', 'blocks'],
  ['application/x-ndjson', 'lines'],
  ['application/jsonl', 'lines'],
  ['application/json', null],
  ['', null],
])('an answer of type %j has events by %s', (type, events) => {
  expect(eventsOf(type)).toBe(events)
})

test('an event is what an empty line ends; comments and what is not complete are none', () => {
  expect(countEvents('text/event-stream', 'data: 1\n\nid: 2\r\ndata: 2\r\n\r\n: ping\n\ndata: 3')).toBe(2)
})

test('of JSON lines each line that is not empty counts', () => {
  expect(countEvents('application/x-ndjson', '{"a":1}\n\n{"a":2}\n{"a":3}')).toBe(3)
})

test('an answer of another type has none to count', () => {
  expect(countEvents('text/plain', 'a\n\nb')).toBeNull()
})
