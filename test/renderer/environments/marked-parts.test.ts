import { expect, test } from 'vitest'
import { markedParts } from '../../../renderer/features/environments/preview/marked-parts.ts'

const form = [
  'POST /token HTTP/1.1',
  'Host: as.example',
  'Authorization: Basic ••••',
  '',
  'grant_type=client_credentials&client_id=orders&scope=api%3Aread&resource=urn%3Aa&resource=urn%3Ab',
].join('\n')
const json = 'POST /token HTTP/1.1\nHost: as.example\n\n{"client_id":"a\\"b","resource":["x","y"],"scope":"s"}'

const marked = (text: string, path: string) =>
  markedParts(text, path).flatMap(({ text: part, isMarked }) => (isMarked ? [part] : []))

test('marks each parameter of the body that a field makes', () => {
  expect(marked(form, 'scope')).toEqual(['scope=api%3Aread'])
  expect(marked(form, 'resource')).toEqual(['resource=urn%3Aa', 'resource=urn%3Ab'])
  expect(marked(json, 'resource')).toEqual(['"resource":["x","y"]'])
  expect(marked(json, 'client_id')).toEqual(['"client_id":"a\\"b"'])
})

test('marks the header that client ID and secret share, and the address of the token endpoint', () => {
  expect(marked(form, 'client_secret')).toEqual(['Authorization: Basic ••••'])
  expect(marked(form, 'client_id')).toEqual(['Authorization: Basic ••••', 'client_id=orders'])
  expect(marked(form, 'token_endpoint')).toEqual(['POST /token', 'Host: as.example'])
})

test('loses no character of the text, and marks nothing for a field that makes nothing of it', () => {
  for (const path of ['', 'name', 'client_id', 'audience', 'scope.*', 'resource']) {
    expect(
      markedParts(form, path)
        .map(({ text }) => text)
        .join(''),
    ).toBe(form)
  }
  expect(marked(form, 'name')).toEqual([])
  expect(marked(form, 'audience')).toEqual([])
})
