import { describe, expect, test } from 'vitest'
import type { ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { parseFile } from '../../../../electron/core/importing/drafts/parse-file.ts'
import { harImporter } from '../../../../electron/core/importing/formats/har/har.ts'
import { refusalOf } from '../../../support/import-refusal.ts'
import { mutationsOf } from '../../../support/mutated-json.ts'

function draftsOf(text: string): readonly ImportDraft[] {
  const claimed = harImporter.claim([parseFile({ path: 'folder/shop.har', text })])
  return claimed.length === 0 ? [] : harImporter.read(claimed)
}

function draftOf(...entries: readonly unknown[]): ImportDraft {
  const [draft] = draftsOf(JSON.stringify({ log: { version: '1.2', entries } }))
  if (draft === undefined) throw new Error('Not claimed.')
  return draft
}

const rows = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => ({ name, value }))
const entry = (request: object, others: object = {}) => ({
  request: { method: 'GET', url: 'https://api.example/orders', headers: [], ...request },
  ...others,
})
const answered = (mimeType: string) => ({ response: { content: { mimeType } } })

describe('which entries are calls', () => {
  test.each([
    ['what a script asked for', entry({}, { _resourceType: 'fetch' }), 1],
    ['what no browser wrote', entry({}, answered('application/json')), 1],
    ['an image', entry({}, { _resourceType: 'image' }), 0],
    ['an image by its answer', entry({}, answered('image/png')), 0],
    ['a script', entry({}, answered('application/javascript; charset=utf-8')), 0],
    ['a page', entry({ headers: rows({ Accept: 'text/html,*/*' }) }, answered('text/html')), 0],
    [
      'an error page for what asked for JSON',
      entry({ headers: rows({ Accept: 'application/json' }) }, answered('text/html')),
      1,
    ],
    ['a page by its purpose', entry({ headers: rows({ 'Sec-Fetch-Dest': 'document' }) }), 0],
    ['a call by its purpose', entry({ headers: rows({ 'sec-fetch-dest': 'empty' }) }, answered('image/png')), 1],
    ['a preflight', entry({ method: 'OPTIONS', headers: rows({ 'Access-Control-Request-Method': 'PUT' }) }), 0],
    ['a data URL', entry({ url: 'data:image/png;base64,AAAA' }), 0],
    ['an extension', entry({ url: 'chrome-extension://abc/x.js' }), 0],
  ])('%s', (_name, one, expected) => {
    const draft = draftOf(one)
    expect(draft.calls).toHaveLength(expected)
    expect(draft.notes.map(({ fact }) => fact)).toEqual(
      expected === 1 ? [] : [{ code: 'parts_of_pages', evidence: { count: 1 } }],
    )
  })

  test('a WebSocket is noted by its place', () => {
    const draft = draftOf(entry({}), entry({ url: 'wss://api.example/live' }))
    expect(draft.notes).toEqual([
      {
        fact: { code: 'protocol_not_supported', evidence: { protocol: 'WebSocket' } },
        place: { file: 'folder/shop.har', line: null, pointer: '/log/entries/1' },
        call: '',
      },
    ])
  })

  test('the same call many times is one; another body is another call', () => {
    const post = (text: string, token: string) =>
      entry({
        method: 'POST',
        headers: rows({ Authorization: token }),
        postData: { mimeType: 'application/json', text },
      })
    const draft = draftOf(
      post('{}', 'Bearer a'),
      post('{}', 'Bearer b'),
      post('{}', 'Bearer c'),
      post('[]', 'Bearer a'),
    )
    expect(draft.calls).toHaveLength(2)
    expect(draft.notes.map(({ fact }) => fact)).toEqual([{ code: 'duplicates', evidence: { count: 2 } }])
  })
})

describe('requests', () => {
  test('what only a browser sends is dropped, and cookies are kept as a header', () => {
    const [call] = draftOf(
      entry({
        url: 'https://api.example/orders?a=%20b#top',
        headers: rows({
          ':authority': 'api.example',
          'sec-fetch-mode': 'cors',
          'user-agent': 'Mozilla',
          'accept-encoding': 'br',
          accept: 'application/json',
          authorization: 'Bearer abc',
          'X-Tenant': 't',
        }),
        cookies: rows({ session: 's1', theme: 'dark' }),
      }),
    ).calls
    expect(call).toMatchObject({
      name: '',
      method: 'GET',
      url: 'https://api.example/orders?a=%20b',
      authorization: { kind: 'unsaid' },
      headers: [
        { name: 'accept', value: 'application/json' },
        { name: 'authorization', value: 'Bearer abc' },
        { name: 'X-Tenant', value: 't' },
        { name: 'Cookie', value: 'session=s1; theme=dark' },
      ],
    })
    expect(call?.headers).toHaveLength(4)
  })

  test('other programs keep their fields', () => {
    const [call] = draftOf(entry({ headers: rows({ 'User-Agent': 'app/1', 'Cache-Control': 'no-cache' }) })).calls
    expect(call?.headers.map(({ name }) => name)).toEqual(['User-Agent', 'Cache-Control'])
  })

  test('calls of several hosts are in a folder for each', () => {
    const draft = draftOf(entry({}), entry({ url: 'https://other.example:8443/x' }))
    expect(draft.calls.map(({ folders }) => folders)).toEqual([['api.example'], ['other.example:8443']])
    expect(draft.name).toBe('shop')
  })

  test.each([
    [
      { mimeType: 'application/json;charset=utf-8', text: '{"a":1}' },
      { kind: 'json', text: '{"a":1}' },
    ],
    [
      {
        mimeType: 'application/x-www-form-urlencoded',
        text: 'grant_type=client_credentials&scope=a+b',
        params: rows({ x: 'y' }),
      },
      {
        kind: 'form',
        fields: [
          { name: 'grant_type', value: 'client_credentials', enabled: true },
          { name: 'scope', value: 'a b', enabled: true },
        ],
      },
    ],
    [
      { mimeType: 'application/x-www-form-urlencoded', params: rows({ x: 'y' }) },
      { kind: 'form', fields: [{ name: 'x', value: 'y', enabled: true }] },
    ],
    [
      {
        mimeType: 'multipart/form-data; boundary=x',
        text: '--x',
        params: [
          { name: 'f', fileName: 'C:\\a.png', contentType: 'image/png' },
          { name: 'n', value: '1' },
        ],
      },
      {
        kind: 'multipart',
        parts: [
          { kind: 'file', name: 'f', file: { path: '', name: 'a.png' }, contentType: 'image/png', enabled: true },
          { kind: 'text', name: 'n', value: '1', contentType: '', enabled: true },
        ],
      },
    ],
    [
      { mimeType: 'text/plain', text: 'w6k=', encoding: 'base64' },
      { kind: 'text', text: 'é', contentType: 'text/plain' },
    ],
    [{ mimeType: 'application/zip', text: '/w==', encoding: 'base64' }, { kind: 'none' }],
  ])('the body %j', (postData, expected) => {
    expect(draftOf(entry({ method: 'POST', postData })).calls[0]?.body).toEqual(expected)
  })
})

test('other files are not claimed', () => {
  expect([...draftsOf('{"log":{}}'), ...draftsOf('{"log":[]}'), ...draftsOf('[]')]).toEqual([])
})

test('the same entry very many times is one call, and too many calls are refused', () => {
  const one = JSON.stringify(entry({ url: 'https://api.example/1' }))
  expect(draftsOf(`{"log":{"entries":[${`${one},`.repeat(50_000)}${one}]}}`)[0]?.calls).toHaveLength(1)
  const many = Array.from({ length: 5001 }, (_one, index) => entry({ url: `https://api.example/${index}` }))
  expect(refusalOf(() => draftOf(...many))).toBe('too_many_calls')
})

test('every part may be anything', () => {
  const text = JSON.stringify({
    log: {
      version: '1.2',
      entries: [
        entry(
          {
            method: 'POST',
            headers: rows({ Accept: 'a', ':path': '/' }),
            cookies: rows({ a: 'b' }),
            postData: {
              mimeType: 'multipart/form-data',
              params: [{ name: 'f', fileName: 'x' }],
              text: 'AA',
              encoding: 'base64',
            },
          },
          { _resourceType: 'other', comment: 'x', ...answered('text/html') },
        ),
      ],
    },
  })
  for (const mutated of mutationsOf(text)) expect(refusalOf(() => draftsOf(mutated))).toBeUndefined()
})
