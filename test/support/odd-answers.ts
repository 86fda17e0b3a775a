import { Buffer } from 'node:buffer'
import type { RequestListener, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** An image of 160 × 96 pixels. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAKAAAABgCAYAAACaJ3mZAAABUklEQVR42u3csQ0AEBRF0T+C7eyiMq1Sp2YIP1E4hfok3i1FjDX7zSmt7pvD/9sPA/AFyBegAfgC5AvQAHwB8gVoAL4A+QI0AF+AfAEagC9AvgANwBcgX4AG4KcE6AL5L30B8gXIF6AB+ALkC9AAfAHyBWgAvgD5AjQAX4B8ARqAL0C+AA3AFyBfgAbg5wToAvleRPMFaAC+APkCNABfgHwBGoAvQL4ADcAXIF+ABuALkC9AA/AFyBegAfgC5Psf0IB8L6L5AjQAX4B8ARqAL0C+AA3AFyBfgAbgC5AvQAPwBcgXoAH4AuQL0AB8AfL9D8j3ItoAfAHyBWgAvgD5AjQAX4B8ARqAL0C+AA3AFyBfgAbgC5AvQAPwBcgXoAH4/gfkexFtAL4A+QI0AF+AfAEagC9AvgANwBcgX4AG4AuQL0AD8AXIF6AB+ALkC9AA/H4AW9zXBzP+QAEAAAAASUVORK5CYII=',
  'base64',
)
const zeros = (): Buffer => Buffer.alloc(80 << 20)
const json = { 'Content-Type': 'application/json' }

/** 50 MB of JSON; the row before its end is the only one with "needle". */
function fiftyMegabytes(response: ServerResponse): void {
  const part = Buffer.from(`{"id":1,"note":"${'n'.repeat(1004)}"},\n`.repeat(1024))
  response.writeHead(200, json).write('[\n')
  for (let count = 0; count < 50; count++) response.write(part)
  response.end('{"needle":true},\n{"last":1}]')
}

/** Four events a second, as long as someone listens. */
function stream(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  let count = 0
  const timer = setInterval(() => {
    count += 1
    response.write(`event: order\ndata: {"id":"ord_${count}","state":"open"}\n\n`)
  }, 250)
  response.on('close', () => clearInterval(timer))
}

let count = 0

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/stream': stream,
  '/large': fiftyMegabytes,
  '/gzip-bomb': (response) => response.writeHead(200, { ...json, 'Content-Encoding': 'gzip' }).end(gzipSync(zeros())),
  '/reset': (response) => {
    response.writeHead(200, json).write('{"orders":[{"id":"ord_1"},', () => response.socket?.resetAndDestroy())
  },
  '/short': (response) => {
    response
      .writeHead(200, { ...json, 'Content-Length': '5000' })
      .write('{"orders":[{"id":"ord_1"}', () => response.socket?.end())
  },
  '/busy': (response) => response.writeHead(429, { ...json, 'Retry-After': '90' }).end('{"error":"slow down"}'),
  '/fields': (response) => {
    for (let field = 0; field < 10_000; field++) response.setHeader(`X-${field}`, 'v')
    response.end('{}')
  },
  '/image': (response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(png),
  '/broken-image': (response) =>
    response
      .writeHead(200, { 'Content-Type': 'image/jpeg' })
      .end(Buffer.concat([png.subarray(0, 40), zeros().subarray(0, 200)])),
  '/empty': (response) => response.writeHead(204).end(),
  '/counted': (response) => {
    count += 1
    response
      .writeHead(200, json)
      .end(JSON.stringify({ count, orders: [{ id: 'ord_1', state: count > 1 ? 'sent' : 'open' }] }))
  },
}

/** A token at /token, and answers of an API that are odd in one way each. */
export const oddAnswers: RequestListener = ({ url = '' }, response) => {
  const answer = answers[url]
  if (answer === undefined) response.writeHead(200, json).end('{"access_token":"opaque","token_type":"Bearer"}')
  else answer(response)
}
