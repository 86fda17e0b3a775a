import { analyse } from 'scslre'
import { expect, test } from 'vitest'
import { providers } from '../../electron/catalogue/providers.ts'
import { templatePattern } from '../../electron/catalogue/providers/apply-preset.ts'
import { encodedPattern } from '../../electron/core/redaction/encoded-pattern.ts'
import { needlesOf } from '../../electron/core/redaction/mask-secrets.ts'
import { patternsIn } from '../support/regular-expressions.ts'

const { written, built } = patternsIn('{electron,renderer,scripts,test}/**/*.{ts,tsx,mjs,cjs}')

/** What makes a pattern take more than linear time, with the characters that do it when they are repeated. */
function attacksOn(source: string, flags: string): string[] {
  const reports = [
    ...analyse({ source, flags }, { reportTypes: { Move: true, Self: false, Trade: false } }).reports,
    // Which text follows is the attacker's choice: one that makes the match fail is assumed.
    ...analyse({ source, flags }, { reportTypes: { Move: false }, assumeRejectingSuffix: true }).reports,
  ]
  return reports.map(({ type, exponential, character: { literal } }) => {
    const time = exponential ? 'exponential' : 'at least quadratic'
    return `/${source}/${flags} takes ${time} time (${type}) when /${literal.source}/${literal.flags} is repeated`
  })
}

test.each([
  ['a run that is looked for from each of its characters', String.raw`/+$`, ''],
  ['two neighbours that share characters', String.raw`^\s*,?\s*$`, ''],
  ['a loop within a loop', String.raw`^(?:\/(?:[^~]|~[01])*)*$`, ''],
])('%s is found', (_name, source, flags) => {
  expect(attacksOn(source, flags)).not.toEqual([])
})

test('no regular expression of the tree takes more than linear time', () => {
  expect(written.length).toBeGreaterThan(300)
  expect(
    written.flatMap(({ place, source, flags }) => attacksOn(source, flags).map((attack) => `${place} ${attack}`)),
  ).toEqual([])
})

test('patterns are put together in these places only, whose makers are tested below', () => {
  const files = built.map((place) => place.split(':')[0]).filter((file) => !file?.startsWith('test/'))
  expect(new Set(files)).toEqual(
    new Set(['electron/catalogue/providers/apply-preset.ts', 'electron/core/redaction/encoded-pattern.ts']),
  )
})

test('what reads a preset back takes no more than linear time', () => {
  const templates = providers.flatMap((preset) => Object.values(preset.templates))
  expect(templates.length).toBeGreaterThan(20)
  expect(templates.map(templatePattern).flatMap(({ source, flags }) => attacksOn(source, flags))).toEqual([])
})

test.each(['aaaa', '0000000000', 'p@ss "word" & <more>', 'a'.repeat(64)])(
  'what finds the secret %s in any encoding takes no more than linear time',
  (secret) => {
    const patterns = needlesOf(secret).map(encodedPattern)
    expect(patterns.flatMap(({ source, flags }) => attacksOn(source, flags))).toEqual([])
  },
)
