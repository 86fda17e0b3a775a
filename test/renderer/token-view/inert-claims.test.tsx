import { MantineProvider } from '@mantine/core'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { decodeToken } from '../../../electron/core/token/decode/decode.ts'
import { DecodedView } from '../../../renderer/token-view/DecodedView.tsx'
import { unsignedToken } from '../../support/signed-token.ts'

const nasty = fc.constantFrom(
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</td></table><iframe>',
  '"><a href=javascript:alert(1)>',
  '&lt;b&gt;',
  'https://evil.example/x',
  '\u202Egpj.exe',
  '\u001B[31m',
)
const text = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 40 }))
const claims = fc.dictionary(text, fc.oneof(text, fc.array(text), fc.dictionary(text, text)), { maxKeys: 6 })

const ofTheApp =
  /^<\/?(?:style|div|section|h\d|button|svg|path|input|label|span|p|pre|code|table|colgroup|col|tbody|tr|th|td|small|ul|li)\b/

test('no claim text becomes markup, and nothing in it hides or reorders what is shown', () => {
  fc.assert(
    fc.property(claims, text, (object, kid) => {
      const decoded = decodeToken(unsignedToken(JSON.stringify(object), { alg: 'RS256', kid }))
      const markup = renderToStaticMarkup(
        <MantineProvider>
          <DecodedView decoded={decoded} clockOffset={null} />
        </MantineProvider>,
      )
      // No text holds an angle bracket by itself, so that these are all tags there are.
      const tags = (markup.match(/<[^<>]*>/g) ?? []).map((tag) => tag.replaceAll(/"[^"]*"/g, ''))
      expect(tags.length).toBeGreaterThan(10)
      expect(tags.filter((tag) => !ofTheApp.test(tag) || /\s(?:on\w+|href|src)=/.test(tag))).toEqual([])
      expect(markup).not.toMatch(/[^\P{Cc}\n\t]|\p{Cf}/u)
    }),
    { numRuns: 60 },
  )
})
