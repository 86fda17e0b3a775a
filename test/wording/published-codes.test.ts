import { expect, test } from 'vitest'
import { problemSentence } from '../../electron/wording/problems.ts'
import { closedLists } from './closed-lists.ts'
import { problemExamples } from './problem-examples.ts'
import { failures } from '../../electron/catalogue/failures.ts'
import { findings } from '../../electron/catalogue/findings.ts'
import { problems } from '../../electron/catalogue/problems.ts'
import type { EvidenceNames } from '../../electron/catalogue/evidence.ts'
import type { FindingEntry } from '../../electron/catalogue/findings/entry.ts'
import { type FailureCode, failureCodeSchema } from '../../electron/contract/exchange.ts'
import { type FindingCode, findingCodeSchema } from '../../electron/contract/finding.ts'
import type { ProblemCode } from '../../electron/contract/problem.ts'
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

/** Evidence of a code: where what it may be is a closed list, once for each that is on it. */
const samplesFor = ({ evidence, optional = [], values = {} }: EvidenceNames): Record<string, string>[] => {
  const [closed] = Object.entries(values)
  if (closed === undefined) return [sample(evidence)]
  const [name, list] = closed
  return list.map((value) => Object.assign(sample([...evidence, ...optional]), { [name]: value }))
}

const all = (value: string | null | readonly string[]) => [value ?? '–'].flat().join(', ')

const listOf = (texts: readonly string[]) => [...new Set(texts)].map((text) => `- ${text}`).join('\n')

function ofFinding(code: FindingCode): string {
  const entry: FindingEntry = findings[code]
  const texts = samplesFor(entry).map((evidence) => findingText({ code, evidence }))
  const words = texts.map(({ title, sentence }) => `**${title}.** ${sentence}`)
  const advice = texts[0]?.advice ?? []
  const about = [all(entry.severity), entry.confidence ?? 'certain', all(entry.section)].join(' · ')
  return [`### ${code}`, about, words.length > 1 ? listOf(words) : words, advice].flat().join('\n\n')
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

const problemCodes = Object.keys(problemExamples)
  .filter((name): name is ProblemCode => Object.hasOwn(problems, name))
  .toSorted()

const ofProblem = (code: ProblemCode) =>
  `### ${code}\n\n${listOf(problemExamples[code].map((evidence) => problemSentence({ code, evidence: { ...evidence } })))}`

/** A sentence of each code of a closed list; of what has no code, none. */
function ofList(name: string): string[] {
  const firsts = new Map<string, string>()
  for (const { code, text } of closedLists[name]?.() ?? [])
    if (code !== null && !firsts.has(code)) firsts.set(code, text)
  if (firsts.size === 0) return []
  const codes = [...firsts].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return [`## With ${name}`, ...codes.map(([code, text]) => `### ${code}\n\n${text}`)]
}

const problemPage = [
  '# Why something cannot be sent, read or done',
  'Every code by which the app says so, with what people read of it, for examples of evidence. Generated from the catalogue and the wording by a test.',
  '## Problems with what is entered, and with what it leads to',
  ...problemCodes.map(ofProblem),
  ...Object.keys(closedLists).flatMap(ofList),
]

test('the page in docs has every problem and every refusal as people read them', async () => {
  const page = `${problemPage.join('\n\n').replaceAll('<', '&lt;')}\n`
  await expect(page).toMatchFileSnapshot('../../docs/problems.md')
})
