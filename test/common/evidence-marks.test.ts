import { expect, it } from 'vitest'
import {
  marksInRequest,
  marksInResponseBody,
  marksInResponseHead,
  pointersOf,
} from '../../electron/common/evidence-marks.ts'
import { finding } from '../../electron/core/finding.ts'

const marked = (text: string, ranges: readonly (readonly [number, number])[]) =>
  ranges.map(([from, to]) => text.slice(from, to))

const request =
  'POST /token?scope=a HTTP/1.1\nAuthorization: Basic ●●●\nHost: as.example\n\ngrant_type=client_credentials&scope=a+b'
const body = { text: '', encoding: 'utf-8', wireBytes: 0, decodedBytes: 0, truncated: false } as const

it('finds the address, a field and a parameter in a request', () => {
  const marks = (...pointers: Parameters<typeof marksInRequest>[2]) =>
    marked(request, marksInRequest(request, { headers: [], body }, pointers))
  expect(marks({ kind: 'request_url' })).toEqual(['/token?scope=a'])
  expect(marks({ kind: 'request_header', name: 'authorization' })).toEqual(['Authorization: Basic ●●●'])
  expect(marks({ kind: 'request_parameter', name: 'scope' })).toEqual(['scope=a+b'])
  expect(marks({ kind: 'request_parameter', name: 'cope' })).toEqual([])
})

it('finds the status, a field and a member in an answer', () => {
  const head = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer'
  expect(marked(head, marksInResponseHead(head, [{ kind: 'response_status' }]))).toEqual(['HTTP/1.1 401 Unauthorized'])
  const field = { kind: 'response_header', name: 'www-authenticate' } as const
  expect(marked(head, marksInResponseHead(head, [field]))).toEqual(['WWW-Authenticate: Bearer'])
  const json = '{"error":"x"}'
  expect(marked(json, marksInResponseBody(json, [{ kind: 'response_member', name: 'error' }]))).toEqual(['"x"'])
})

it('adds to what a cause points at where the server’s own words are', () => {
  const cause = finding('wrong_secret', { said: 'bad secret', place: 'error_description', error: 'invalid_client' })
  expect(pointersOf(cause)).toEqual([
    { kind: 'field', field: 'client_secret' },
    { kind: 'response_member', name: 'error_description' },
    { kind: 'response_member', name: 'error' },
  ])
})
