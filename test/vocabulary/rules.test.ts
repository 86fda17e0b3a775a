import { expect, test } from 'vitest'
import { text } from '../../electron/contract/text.ts'
import * as apiRequest from '../../electron/vocabulary/api-request-rules.ts'
import * as environment from '../../electron/vocabulary/environment-rules.ts'
import * as file from '../../electron/vocabulary/file-rules.ts'
import * as sharing from '../../electron/vocabulary/sharing-rules.ts'
import * as source from '../../electron/vocabulary/source-rules.ts'
import { problemOf, type TextRule } from '../../electron/vocabulary/text-rule.ts'
import * as url from '../../electron/vocabulary/url-rules.ts'

const isRule = (value: unknown): value is TextRule => typeof value === 'object' && value !== null && 'most' in value

const rules = Object.entries({ ...apiRequest, ...environment, ...file, ...sharing, ...source, ...url }).flatMap(
  ([name, value]) => (isRule(value) ? [[name, value] as const] : []),
)

const texts = [
  '',
  ' ',
  'a',
  ' a ',
  'a b',
  'a=b',
  'ä',
  'Host',
  '/a/b',
  '/a~2',
  'https://as.example/token',
  ' https://as.example ',
  'https://user:pass@as.example',
  'https://as.example/#x',
  'socks5://127.0.0.1:1080',
  'http://proxy.example/path',
  'urn:x',
  `age1${'q'.repeat(58)}`,
  '-----BEGIN PRIVATE KEY-----',
  Array.from({ length: 32 }, () => 'ab').join(':'),
]

test.each(rules)('what the window says of a text by %s is what its schema says first', (_, rule) => {
  const typed = [...texts, 'a'.repeat(rule.most), 'a'.repeat(rule.most + 1)]
  const firstSaid = typed.map((one) => text(rule).safeParse(one).error?.issues[0]?.message ?? null)
  expect(typed.map((one) => problemOf(rule, one))).toEqual(firstSaid)
})
