import { expect, test } from 'vitest'
import { failures } from '../../electron/catalogue/failures.ts'
import { findings } from '../../electron/catalogue/findings.ts'
import type { FindingEntry } from '../../electron/catalogue/findings/entry.ts'
import { type FailureCode, failureCodeSchema } from '../../electron/contract/exchange.ts'
import { type FindingCode, findingCodeSchema } from '../../electron/contract/finding.ts'
import { failureText } from '../../electron/wording/failures.ts'
import { findingText } from '../../electron/wording/findings.ts'

/** Values for evidence that is counted; the other names stand for themselves. */
const numbers: Readonly<Record<string, string>> = {
  secondsAgo: '90',
  secondsToGo: '90',
  seconds: '90',
  left: '90',
  wait: '30',
  expiresIn: '600',
  expires_in: '3600',
  until: '1796040000000',
  nbf: '1796040000',
  offset: '17',
  status: '400',
}

const sample = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, numbers[name] ?? `{${name}}`]))

const all = (value: string | null | readonly string[]) => [value ?? '–'].flat().join(', ')

function ofFinding(code: FindingCode): string {
  const entry: FindingEntry = findings[code]
  const { title, sentence, advice } = findingText({ code, evidence: sample(entry.evidence) })
  const about = [all(entry.severity), entry.confidence ?? 'certain', all(entry.section)].join(' · ')
  return [`### ${code}`, about, `**${title}.** ${sentence}`, advice ?? []].flat().join('\n\n')
}

function ofFailure(code: FailureCode): string {
  const evidence = sample(failures[code].evidence)
  const place = { phase: 'connect', host: 'as.example', port: 443, nodeCode: null } as const
  const { title, sentence, advice } = failureText({ code, ...place, evidence })
  return [`### ${code}`, `**${title}.** ${sentence}`, advice].join('\n\n')
}

const text = [
  '# What can be wrong',
  'Every code that the app reports, with what people read of it. Generated from the catalogue and the wording by a test; names in braces stand for evidence.',
  '## Findings',
  ...findingCodeSchema.options.toSorted().map(ofFinding),
  '## Failures of the transport',
  ...failureCodeSchema.options.toSorted().map(ofFailure),
]

test('the page in docs has every finding and failure as people read them', async () => {
  await expect(`${text.join('\n\n').replaceAll('<', '&lt;')}\n`).toMatchFileSnapshot('../../docs/findings.md')
})
