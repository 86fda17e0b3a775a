import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { orders } from '../records.ts'

/** Server-sent events, numbered from 1, with a pause in ms between them. @see HTML Standard §9.2 */
export function events(response: ServerResponse, count: number, ms: number): Promise<void> {
  return stream(response, 'text/event-stream', async function* () {
    for (let id = 1; id <= count; id += 1) {
      if (id > 1 && ms > 0) await pause(ms)
      yield `id: ${id}\nevent: order\ndata: ${JSON.stringify(orderOf(id))}\n\n`
    }
  })
}

/** One JSON object a line. */
export function lines(response: ServerResponse, count: number, ms: number): Promise<void> {
  return stream(response, 'application/x-ndjson', async function* () {
    for (let id = 1; id <= count; id += 1) {
      if (id > 1 && ms > 0) await pause(ms)
      yield `${JSON.stringify(orderOf(id))}\n`
    }
  })
}

/** A JSON document of this many bytes, or a few more. */
export function big(response: ServerResponse, bytes: number): Promise<void> {
  return stream(response, 'application/json', async function* () {
    yield '{"orders":['
    let written = 13
    for (let id = 1; written < bytes;) {
      let block = ''
      for (; block.length < 1 << 16 && written + block.length < bytes; id += 1) {
        block += `${id === 1 ? '' : ','}${JSON.stringify(orderOf(id))}`
      }
      written += block.length
      yield block
    }
    yield ']}'
  })
}

const orderOf = (number: number): object => ({ number, ...orders[number % orders.length] })

/** Ends quietly where the caller goes away. */
async function stream(response: ServerResponse, type: string, write: () => AsyncGenerator<string>): Promise<void> {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' })
  try {
    await pipeline(Readable.from(write()), response)
  } catch {
    response.destroy()
  }
}
