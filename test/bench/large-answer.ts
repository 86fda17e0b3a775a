import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { openCore } from './core-request.ts'
import { interleaved, type Pair } from './pairs.ts'

/**
 * G15: milliseconds of the longest task of the process while an answer of 50 MB arrives through core, is masked and recorded. The
 * floor is the longest while a bare fetch reads the same.
 */
export async function measureLargeAnswer(): Promise<Pair<number>[]> {
  const server = new Worker(program, { eval: true })
  const [url]: unknown[] = await once(server, 'message')
  const core = await openCore(`${String(url)}/token`)
  const floor = async () => longestTask(async () => void (await (await fetch(`${String(url)}/large`)).arrayBuffer()))
  const ours = async () => longestTask(() => core.callApi(`${String(url)}/large`))
  try {
    await floor()
    await ours()
    return await interleaved(7, floor, ours)
  } finally {
    core.close()
    await server.terminate()
  }
}

/** In milliseconds. */
async function longestTask(act: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await act()
  delay.disable()
  return delay.max / 1e6
}

/** In its own thread, so that what it does is no task of ours. */
const program = `
const { createServer } = require('node:http')
const { parentPort } = require('node:worker_threads')
const row = (index) => '{"id":' + index + ',"note":"' + 'n'.repeat(960) + '","amount":12345678901234567890},\\n'
const large = Buffer.from('[' + Array.from({ length: 50 * 1024 }, (_, index) => row(index)).join('') + '{}]')
const token = '{"access_token":"at-bench-opaque","token_type":"Bearer","expires_in":3600}'
createServer((request, response) => {
  request.resume()
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(request.url === '/large' ? large : token)
}).listen(0, '127.0.0.1', function () { parentPort.postMessage('http://127.0.0.1:' + this.address().port) })
`
