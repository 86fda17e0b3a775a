import { Session } from 'node:inspector/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { issueTokens } from '../support/token-server.ts'
import { context, openTestApi } from './test-api.ts'

/** Requests a token three times, the last time under V8's precise coverage, and prints which functions ran, by file of ours. */
const server = await issueTokens(['a client secret'])
const { api, add, close } = openTestApi(null)
const environmentId = await add(
  { token_endpoint: server.url, client_id: 'client', token_endpoint_auth_method: 'client_secret_post' },
  { client_secret: 'a client secret' },
)
// What is loaded or made once is no part of the request that is measured.
await api.requestToken({ environmentId }, context)
await api.requestToken({ environmentId }, context)
// Nor is what is done once an answer was given: it is compared with what was usual, and within a second the audit trail is written.
await pause(1500)

const inspector = new Session()
inspector.connect()
await inspector.post('Profiler.enable')
await inspector.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
const { kind } = await api.requestToken({ environmentId }, context)
const { result } = await inspector.post('Profiler.takePreciseCoverage')
inspector.disconnect()
close()
await server.close()

/** How often each function ran, by `file function`. */
const calls = result.flatMap(({ url, functions }) => {
  const [, file] = /\/electron\/(.+)$/.exec(url) ?? []
  const ran = functions.map(({ functionName, ranges: [whole] }) => [functionName, whole?.count ?? 0] as const)
  return file === undefined ? [] : ran.flatMap(([name, count]) => (count > 0 ? [[`${file} ${name}`, count]] : []))
})
console.log(JSON.stringify({ kind, calls: Object.fromEntries(calls) }))
