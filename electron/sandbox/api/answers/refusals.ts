import type { ServerResponse } from 'node:http'
import { STATUS_CODES } from 'node:http'
import { sendJson } from '../../json-http.ts'

const mostCounted = 1000

/** Answers with a status; where it is counted, this many times, then once with 200, and so on. */
export function createRefusals(): (response: ServerResponse, status: number, after: number, place: string) => void {
  const given = new Map<string, number>()
  return (response, status, after, place) => {
    const before = given.get(place) ?? 0
    if (after > 0 && before >= after) {
      given.delete(place)
      sendJson(response, 200, { status: 200, refusals: before })
      return
    }
    if (after > 0) {
      if (given.size >= mostCounted) given.clear()
      given.set(place, before + 1)
    }
    if (status === 204 || status === 304) {
      response.writeHead(status).end()
      return
    }
    const retry = status === 429 || status === 503 ? { 'retry-after': '2' } : {}
    sendJson(response, status, { status, reason: STATUS_CODES[status] ?? '' }, retry)
  }
}
