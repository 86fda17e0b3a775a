import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mark, maskToken } from '../../../electron/common/mask-token.ts'
import { type About, maskOf, maskOfExchange, redact } from '../../../electron/core/redaction/redact.ts'
import type { Transcript } from '../../../electron/core/http/transcript.ts'

const about: About = {
  id: 'exchange-1',
  environmentId: null,
  purpose: 'token',
  redirectedFrom: null,
  retryOf: null,
  causedBy: null,
  flowId: 'flow',
  clientAuthentication: null,
}

const bytes = (text: string) => Buffer.from(text)

const redacted = (happened: Transcript, secrets: readonly string[] = []) =>
  redact(happened, about, maskOfExchange(happened, secrets))

function transcript(change: {
  url?: string
  sent?: [string, string][]
  requestBody?: Uint8Array
  received?: [string, string][]
  body?: Uint8Array
  detail?: string
  truncated?: boolean
}): Transcript {
  return {
    startedAt: 0,
    request: {
      method: 'POST',
      url: change.url ?? 'https://server.example/token',
      headers: change.sent ?? [],
      body: change.requestBody ?? null,
    },
    sent: 'yes',
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: '1.1',
      headers: change.received ?? [],
      body: change.body ?? new Uint8Array(),
      wireBytes: 0,
      truncated: change.truncated ?? false,
    },
    failure:
      change.detail === undefined
        ? null
        : { code: 'other', phase: 'wait', host: '', port: 0, nodeCode: null, evidence: { words: change.detail } },
    timings: { dns: null, connect: null, proxy: null, tls: null, send: null, wait: null, download: null, total: 0 },
    connection: null,
    tls: null,
  }
}

it('masks a secret that the certificate of a server repeats in its names or its serial number', () => {
  const certificate = {
    subject: `CN=${secretOfHex}`,
    issuer: `O=Orders, CN=${secretOfHex}`,
    subjectAltName: `DNS:${secretOfHex}.example`,
    validFrom: 0,
    validTo: 1,
    serialNumber: Buffer.from(secretOfHex).toString('hex').toUpperCase(),
    fingerprint256: 'AB:CD',
    publicKey: null,
    problems: [],
  }
  const tls = { protocol: null, cipher: null, alpn: null, trusted: true, accepted: false, problem: null }
  const happened = { ...transcript({}), tls: { ...tls, clientCertificate: null, chain: [certificate] } }
  expect(redacted(happened, [secretOfHex]).tls?.chain).toEqual([
    {
      ...certificate,
      subject: `CN=${mark}`,
      issuer: `O=Orders, CN=${mark}`,
      subjectAltName: `DNS:${mark}.example`,
      serialNumber: mark,
    },
  ])
  expect(redacted(happened).tls).toEqual(happened.tls)
})

const answerText = (body: string | Uint8Array, secrets: string[] = [], contentType = 'application/json') =>
  redacted(transcript({ body: Buffer.from(body), received: [['Content-Type', contentType]] }), secrets).response?.body
    .text

const secretOfHex = 'a-secret-of-orders'
const secret = 'S3cr%t+/ "v\\alue&é<ü>'
const json = (text: string) => JSON.stringify(text).slice(1, -1)
const form = (text: string) => new URLSearchParams({ v: text }).toString().slice(2)

const encodings: Record<string, (text: string) => string> = {
  raw: (text) => text,
  percent: encodeURIComponent,
  'percent in lower case': (text) => encodeURIComponent(text).replaceAll(/%../g, (hex) => hex.toLowerCase()),
  'percent, every byte': (text) => [...bytes(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'percent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  form,
  JSON: json,
  'JSON in JSON': (text) => json(json(text)),
  'JSON, every character': (text) =>
    Array.from(
      { length: text.length },
      (_, at) => String.raw`\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  'HTML, every character': (text) => Array.from(text, (one) => `&#${one.codePointAt(0)};`).join(''),
  'HTML entities': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  base64: (text) => bytes(text).toString('base64'),
  base64url: (text) => bytes(text).toString('base64url'),
  'Basic pair': (text) => bytes(`client:${text}`).toString('base64'),
  'form-encoded Basic pair': (text) => bytes(`my%20client:${form(text)}`).toString('base64'),
  'percent-encoded base64': (text) => encodeURIComponent(bytes(`x:${text}`).toString('base64')),
  hex: (text) => bytes(text).toString('hex'),
  'hex in capitals': (text) => bytes(text).toString('hex').toUpperCase(),
  'hex with colons': (text) => (bytes(text).toString('hex').match(/../g) ?? []).join(':'),
  'hex as C writes it': (text) => (bytes(text).toString('hex').match(/../g) ?? []).map((pair) => `\\x${pair}`).join(''),
  'base64 of base64': (text) => bytes(bytes(text).toString('base64')).toString('base64'),
  'base64 of a Basic pair': (text) => bytes(bytes(`client:${text}`).toString('base64')).toString('base64'),
  'base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'base64 of UTF-16, high byte first': (text) => Buffer.from(text, 'utf16le').swap16().toString('base64'),
}

/** As MIME folds it; what is around it would be within the line. @see RFC 2045 §6.8 */
const folded = (text: string) =>
  (
    bytes(`user:${text}`)
      .toString('base64')
      .match(/.{1,12}/g) ?? []
  ).join('\r\n')

describe('redact', () => {
  it.each(Object.entries(encodings))('masks a known secret that is encoded as %s, wherever it occurs', (_, encode) => {
    const shown = encode(secret)
    const exchange = redacted(
      transcript({
        url: `https://server.example/a/${encodeURIComponent(secret)}?x=${encodeURIComponent(shown)}`,
        sent: [['X-Trace', `before ${shown} after`]],
        requestBody: bytes(`{"x":"${shown}"}`),
        received: [['X-Echo', shown]],
        body: bytes(`You sent ${shown}, which is wrong.`),
        detail: `failed with ${shown}`,
      }),
      [secret],
    )
    expect(JSON.stringify(exchange)).not.toContain(json(shown))
    expect(exchange.request.headers[0]?.[1]).toMatch(/^before \S*• after$/)
    expect(exchange.request.url).toContain(mark)
    expect(exchange.request.url).not.toContain(encodeURIComponent(secret))
    expect(exchange.response?.body.text).toMatch(/^You sent \S*•, which is wrong\.$/)
    expect(exchange.failure?.evidence['words']).toMatch(/^failed with \S*•$/)
  })

  it('masks base64 that is folded into lines, also within a JSON string', () => {
    const shown = [folded(secret), json(folded(secret))].map((text) => answerText(`got ${text} back`, [secret]))
    for (const text of shown) expect(text).toMatch(/^got [\w+/\r\n\\]{0,30}•+ back$/)
  })

  it('masks a token whose name in JSON is written with escapes, in the body and where a header field repeats it', () => {
    const body = bytes('{"\\u0061ccess_tok\\u0065n":"s7Kq-Zx81_pQ","token_type":"Bearer"}')
    const shown = JSON.stringify(redacted(transcript({ body, received: [['X-Trace', 'of s7Kq-Zx81_pQ']] })))
    expect(shown).not.toContain('s7Kq-Zx81_pQ')
    expect(shown).toContain('Bearer')
  })

  it('keeps the record of an answer that no mask can take, and hides all of its text', () => {
    const deep = String.raw`\u0061`.repeat(1_400_000)
    expect(answerText(deep, ['correct-horse-battery-staple'])).toBe(deep)
    const failing = redact(transcript({ body: bytes('{"a":1}') }), about, () => mark)
    expect(failing.response?.body.text).toBe(mark)
  })

  it('masks what it cannot take apart as a whole', () => {
    const utf16 = Buffer.from(`{"x":"${secret}"}`, 'utf16le')
    expect(answerText(utf16, [secret])).toBe(mark)
    expect(answerText(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), [secret])).toBe(mark)
    expect(answerText(Buffer.concat([Buffer.from([0xff, 0x00, 0xd8]), bytes(secret)]), ['S3cr%t+/ "v'])).toBe(mark)
  })

  it.each([
    ['Authorization', 'Basic Zm9vOmJhcg==', `Basic ${mark}`],
    ['authorization', `Bearer ${'a'.repeat(40)}`, 'Bearer aaaaaa… (40 characters)'],
    ['Authorization', 'Bearer short', `Bearer ${mark}`],
    ['Authorization', 'justatoken', mark],
    ['Proxy-Authorization', 'Digest username="a", response="b"', `Digest ${mark}`],
    ['Cookie', 'sid=abc; theme=dark', `sid=${mark}; theme=${mark}`],
    ['Set-Cookie', 'sid=abc; Path=/; HttpOnly', `sid=${mark}; Path=/; HttpOnly`],
    ['DPoP', 'x', mark],
    ['X-Api-Key', 'abc', mark],
    ['Location', 'https://a.example/?access_token=abc&b=c', `https://a.example/?access_token=${mark}&b=c`],
    ['WWW-Authenticate', 'Bearer error="invalid_token"', 'Bearer error="invalid_token"'],
  ])('shows %s: %s as it may be shown', (name, value, shown) => {
    expect(redacted(transcript({ sent: [[name, value]] })).request.headers).toEqual([[name, shown]])
  })

  it.each([
    ['{"access_token":"abc","x":1}', `{"access_token":"${mark}","x":1}`],
    ['{"a":{"refreshToken" : "abc"}}', `{"a":{"refreshToken" : "${mark}"}}`],
    ['{"access_token":12345}', `{"access_token":"${mark}"}`],
    ['{"access_token":""}', '{"access_token":""}'],
    ['{"access_token":null,"token":true}', '{"access_token":null,"token":true}'],
    [String.raw`{"client_secret":"a\"b\\","c":"d"}`, `{"client_secret":"${mark}","c":"d"}`],
    [String.raw`{"access\u005ftoken":"abc"}`, String.raw`{"access\u005ftoken":"${mark}"}`],
    [String.raw`{"log":"{\"password\":\"a\\\"b\"}"}`, String.raw`{"log":"{\"password\":\"${mark}\"}"}`],
    ['broken " {"id_token":"abc', `broken " {"id_token":"${mark}`],
    ['{"access_token":abc}', `{"access_token":"${mark}"}`],
    ['{"kty":"RSA","n":"abc","d":"def"}', `{"kty":"RSA","n":"abc","d":"${mark}"}`],
    ['{"token_type":"Bearer","scope":"a b","d":"x"}', '{"token_type":"Bearer","scope":"a b","d":"x"}'],
    ['see /cb#access_token=abc&state=x', `see /cb#access_token=${mark}&state=x`],
  ])('masks the body %s by its names', (body, shown) => {
    expect(answerText(body)).toBe(shown)
  })

  it('masks form fields up to the next ampersand, no matter what they hold', () => {
    const body = bytes('grant_type=client_credentials&client_secret=a b"c;d&client%5Fassertion=x&scope=a')
    const sent = [['Content-Type', 'application/x-www-form-urlencoded']] satisfies [string, string][]
    expect(redacted(transcript({ sent, requestBody: body })).request.body?.text).toBe(
      `grant_type=client_credentials&client_secret=${mark}&client%5Fassertion=${mark}&scope=a`,
    )
  })

  it('masks the password and the token parameters of a URL', () => {
    const url = 'https://me:pass@server.example/x?token=abc&b=1#access_token=def'
    expect(redacted(transcript({ url })).request.url).toBe(
      `https://me:${mark}@server.example/x?token=${mark}&b=1#access_token=${mark}`,
    )
  })

  it('leaves short secrets to the places that are known to hold one', () => {
    expect(maskOf(['a', 'ban'])('a banana')).toBe('a banana')
    expect(maskOf(['secret'])('client_secret: wrong secret given')).toBe(`client_secret: wrong ${mark} given`)
  })

  it('masks the longer of two secrets of which one is part of the other', () => {
    expect(maskOf(['abcdefgh', 'abcdefgh12345678'])('it is abcdefgh12345678.')).toBe(`it is ${mark}.`)
  })

  it('keeps the text of a body that was cut within a character', () => {
    const cut = bytes('{"name":"Zoë"}').subarray(0, -3)
    expect(redacted(transcript({ body: cut, truncated: true })).response?.body).toMatchObject({
      text: '{"name":"Zo',
      encoding: 'utf-8',
      decodedBytes: cut.length,
    })
  })

  it('hides a secret that is not ASCII where its bytes are read one by one: in bytes that are no text, and in header fields', () => {
    const secret = 'sesame-0123456789-ü-œ-€-end'
    const body = Buffer.concat([Buffer.from([0, 255, 254]), bytes(secret), Buffer.from([200])])
    const received: [string, string][] = [['X-Echo', `got ${bytes(secret).toString('latin1')}`]]
    const shown = redacted(transcript({ requestBody: body, body, received }), [secret])
    expect(shown.request.body?.text).toBe(mark)
    expect(shown.response?.body.text).toBe(mark)
    expect(shown.response?.headers).toEqual([['X-Echo', `got ${mark}`]])
  })

  it('shows what is not text as base64', () => {
    const binary = Buffer.from([0xff, 0xd8, 0xff, 0x01])
    expect(redacted(transcript({ body: binary })).response?.body).toMatchObject({
      text: binary.toString('base64'),
      encoding: 'base64',
    })
  })
})

describe('maskOf', () => {
  it('masks anything that looks like a JWT and keeps the start of it', () => {
    const token = `eyJhbGciOiJub25lIn0.${'a'.repeat(30)}.`
    expect(maskOf([])(`got "${token}" back`)).toBe(`got "eyJhbG… (${token.length} characters)" back`)
    expect(maskOf([])(`x=%22${token}%22`)).toBe(`x=%22eyJhbG… (${token.length} characters)%22`)
    expect(maskOf([])('a JWT begins with eyJ…')).toBe('a JWT begins with eyJ…')
    expect(maskOf([])('file eyJhbGciOiJ.txt')).toBe('file eyJhbGciOiJ.txt')
  })

  it('never lets a canary through, no matter what surrounds it and however it is encoded', () => {
    const canary = fc.string({ minLength: 8, maxLength: 60, unit: 'grapheme' }).filter((text) => !text.includes('•'))
    fc.assert(
      fc.property(
        canary,
        fc.string(),
        fc.string(),
        fc.constantFrom(...Object.values(encodings)),
        (own, before, after, encode) => {
          const shown = encode(own)
          const masked = maskOf([own])(`${before} ${shown} ${after}`)
          expect(masked).toContain(mark)
          // A canary such as eight spaces or dots may well come from its surroundings.
          expect(/^[\w-]{8,}$/.test(own) && masked.includes(shown)).toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('leaves every text without a secret as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        fc.pre(!text.includes('eyJ'))
        expect(maskOf(['correct-horse-battery-staple'])(text)).toBe(text)
      }),
    )
    const page = '<p>100% of "scope" &amp; \\u0041 is free: a=b&c=d, [1, 2]</p>\r\n'.repeat(50)
    expect(answerText(page, ['correct-horse-battery-staple'], 'text/html')).toBe(page)
  })

  it('throws for no bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.string({ unit: 'binary' })), (body, secrets) => {
        expect(redacted(transcript({ body, requestBody: body }), secrets).id).toBe(about.id)
      }),
    )
  })

  it('takes text that is made to be slow in its stride', () => {
    const size = 2_000_000
    for (const piece of [
      '"',
      '\\"',
      '\\',
      'eyJ',
      'eyJ.',
      '"a',
      '"token":',
      '"token":"',
      'token=',
      '%25',
      '&',
      '&#1;',
      'a',
      ' ',
      '{',
    ])
      expect(answerText(piece.repeat(size / piece.length), ['correct-horse-battery-staple'])).toBeTypeOf('string')
  }, 60_000)
})

describe('maskToken', () => {
  it('keeps six characters of a long token and none of a short one', () => {
    expect(maskToken('a'.repeat(31))).toBe(mark)
    expect(maskToken('abcdefgh'.repeat(4))).toBe('abcdef… (32 characters)')
  })
})

it('masks a text of a million escapes like any other', () => {
  const escaped = Array.from('a-secret-of-some-length', (one) => `\\u00${(one.codePointAt(0) ?? 0).toString(16)}`).join(
    '',
  )
  const text = '\\u0041'.repeat(500_000)
  const masked = maskOf(['a-secret-of-some-length'])(`${text}${escaped}${text}`)
  expect(masked.includes(escaped)).toBe(false)
  expect(maskOf(['a-secret-of-some-length'])(text)).toBe(text)
})

it('masks a secret of many backslashes, also in text that is made to be slow for it', () => {
  for (const secret of ['\\'.repeat(20), `${'\\'.repeat(20)}end`, 'a\\b\\\\c"d', String.raw`\\server\share`]) {
    for (const text of [secret, json(secret), json(json(secret)), encodeURIComponent(secret)])
      expect(maskOf([secret])(`before ${text} after`)).toMatch(/^(?:before )?\\?•{8}\\*(?: after)?$/)
    const slow = `${'\\'.repeat(19)}x`.repeat(5000)
    expect(maskOf([secret])(`${slow}${secret}`)).not.toContain(secret)
  }
})
