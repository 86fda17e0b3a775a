import fc from 'fast-check'
import { maskByShape } from '../../../electron/core/redaction/redact.ts'
import { describe, expect, it } from 'vitest'
import { mark } from '../../../electron/common/mask-token.ts'
import { maskingOf } from '../../../electron/core/redaction/mask.ts'
import { maskSensitive, sensitiveValues } from '../../../electron/core/redaction/sensitive-values.ts'
import { candidateOf } from '../../../electron/core/token/find/candidate.ts'

describe('maskSensitive', () => {
  it.each([
    ["{'access_token': 'abc', 'x': 1}", `{'access_token': '${mark}', 'x': 1}`],
    ['access_token: abc\ntoken_type: Bearer', `access_token: ${mark}\ntoken_type: Bearer`],
    ['access_token: >-\n  abc\nx: y', `access_token: >-\n  ${mark}\nx: y`],
    ['<ns:access_token a="b"> abc </ns:access_token>', `<ns:access_token a="b"> ${mark} </ns:access_token>`],
    ['<access_token><![CDATA[abc]]></access_token>', `<access_token><![CDATA[${mark}]]></access_token>`],
    ['<r access_token="abc"/>', `<r access_token="${mark}"/>`],
    ['<input name="access_token" value="abc">', `<input name="access_token" value="${mark}">`],
    ['<key>access_token</key><string>abc</string>', `<key>access_token</key><string>${mark}</string>`],
    ['{"name":"access_token","value":"abc"}', `{"name":"access_token","value":"${mark}"}`],
    ['{"access_token":["abc","def"]}', `{"access_token":["${mark}"]}`],
    ['{"token":{"value":"abc"}}', `{"token":{"value":"${mark}"}}`],
    ["array('access_token' => 'abc')", `array('access_token' => '${mark}')`],
    ['{&quot;access_token&quot;:&quot;abc&quot;}', `{&quot;access_token&quot;:&quot;${mark}&quot;}`],
    ['"Authorization": "Bearer abc"', `"Authorization": "Bearer ${mark}"`],
    ['spring.client-secret=abc', `spring.client-secret=${mark}`],
  ])('masks %s', (text, shown) => {
    expect(maskSensitive(text)).toBe(shown)
    expect(maskSensitive(shown)).toBe(shown)
  })

  it.each([
    'The token: expired',
    'token: wrong secret given',
    'Authorization: header missing',
    '{"error":"invalid_token","token_type":"Bearer","expires_in":3600}',
    '{"token_endpoint":"https://as.example/token","supports_token":true}',
    'secret: [a, b]',
    'https://as.example/token',
  ])('leaves %s', (text) => expect(maskSensitive(text)).toBe(text))

  it('masks behind a great many escapes', () => {
    expect(maskSensitive(`${'\\u'.repeat(100_000)}token=x "token":"abc"`)).not.toContain('abc')
  })

  it('gives back every character around the values, and each value once', () => {
    const piece = fc.constantFrom(
      ...'"\'\\:=<>&;{}[]( )\n'.split(''),
      'token',
      'access_token',
      '"secret":',
      'a',
      '\\u0041',
      '%41',
    )
    let found = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        let done = 0
        for (const { start, end, raw } of sensitiveValues(text)) {
          expect(start).toBeGreaterThanOrEqual(done)
          expect(text.slice(start, end)).toBe(raw)
          done = end
          found += 1
        }
        expect(done).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
    expect(found).toBeGreaterThan(100)
  })
})

it('hides by its name all that the token finder takes for a token by its name', () => {
  const names = ['accessToken', 'id_token', 'refresh-token', 'token', 'jwt', 'Bearer', 'bearer_token', 'authToken']
  const others = ['session.token', 'subject_token', 'actor_token', 'logout_token', 'id_token_hint', 'vp_token']
  for (const name of [...names, ...others, 'assertion', 'client_assertion', 'SAMLResponse']) {
    expect(candidateOf('json', name, 'abc')).not.toBeNull()
    expect(maskingOf(name, false)).not.toBeNull()
  }
})

it.each(['Authorization: Bearer · needs orders.read', 'Authorization: DPoP · http on this computer'])(
  'a scheme without credentials is left: %s',
  (text) => expect(maskByShape(text)).toBe(text),
)
