import { expect, test } from 'vitest'
import { problemSentence } from '../../electron/wording/problems.ts'
import { closedLists } from './closed-lists.ts'
import { problemExamples } from './problem-examples.ts'
import { fewAndAll, sampleOf, samplesFor } from './sample-evidence.ts'
import { failures } from '../../electron/catalogue/failures.ts'
import { findings } from '../../electron/catalogue/findings.ts'
import { apiCauses } from '../../electron/catalogue/causes/api.ts'
import { clientCauses } from '../../electron/catalogue/causes/client.ts'
import { answered } from '../../electron/catalogue/causes/entry.ts'
import { placeCauses } from '../../electron/catalogue/causes/place.ts'
import { requestCauses } from '../../electron/catalogue/causes/request.ts'
import { serverCauses } from '../../electron/catalogue/causes/server.ts'
import { tokenServiceCauses } from '../../electron/catalogue/causes/token-service.ts'
import { causeCodes } from '../../electron/contract/cause-codes.ts'
import { diagnosisChecks } from '../../electron/contract/diagnosis.ts'
import { checkedLabels } from '../../electron/wording/checked.ts'
import { problems } from '../../electron/catalogue/problems.ts'
import { checks } from '../../electron/catalogue/checks.ts'
import type { CheckEntry } from '../../electron/catalogue/checks/entry.ts'
import { claimChecks } from '../../electron/catalogue/checks/claims.ts'
import { encryptionChecks } from '../../electron/catalogue/checks/encryption.ts'
import { keyChecks } from '../../electron/catalogue/checks/keys.ts'
import { openedChecks } from '../../electron/catalogue/checks/opened.ts'
import { profileChecks } from '../../electron/catalogue/checks/profile.ts'
import { signatureChecks } from '../../electron/catalogue/checks/signature.ts'
import type { FindingEntry } from '../../electron/catalogue/findings/entry.ts'
import { type FailureCode, failureCodeSchema } from '../../electron/contract/exchange.ts'
import { type FindingCode, findingCodeSchema } from '../../electron/contract/finding.ts'
import type { ProblemCode } from '../../electron/contract/problem.ts'
import { type CheckReason, checkReasons } from '../../electron/contract/check-reasons.ts'
import { resultWords } from '../../electron/wording/checks.ts'
import { checkSentence } from '../../electron/wording/checks/sentences.ts'
import { failureText } from '../../electron/wording/failures.ts'
import { findingText } from '../../electron/wording/findings.ts'

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
  const evidence = sampleOf(failures[code].evidence)
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

const areas = [
  ['The client and its credentials', clientCauses],
  ['The request', requestCauses],
  ['The place it went to', placeCauses],
  ['The server, and what is in front of it', serverCauses],
  ['An API that refuses the token', apiCauses],
  ['Introspection, revocation, metadata and keys', tokenServiceCauses],
] as const

const answeredNames: ReadonlySet<string> = new Set(answered)

/** Beside what was answered, all that a cause may rest on. */
function sampleOfCause({ evidence, optional = [], values = {} }: FindingEntry): Record<string, string> {
  const closed = Object.fromEntries(Object.entries(values).map(([name, [value = '']]) => [name, value]))
  const rest = sampleOf([...evidence, ...optional].filter((name) => !answeredNames.has(name)))
  return { step: 'token', ...rest, ...closed }
}

function ofCause(code: FindingCode): string {
  const entry: FindingEntry = findings[code]
  const evidence = sampleOfCause(entry)
  const { title, sentence, advice } = findingText({ code, evidence })
  const names = Object.keys(evidence).filter((name) => name !== 'step')
  const seen = names.length === 0 ? 'What was answered' : `What was answered, ${names.join(', ')}`
  return [`### ${title}`, `\`${code}\` · ${all(entry.section)}`, sentence, advice ?? [], `Found by: ${seen}.`]
    .flat()
    .join('\n\n')
}

const diagnosisPage = [
  '# Why did it fail?',
  'Every cause that the diagnosis of a failed request finds: its title, code and section, the sentence that people read (names in braces stand for evidence), what to do, and what it is found by. Each sentence begins with what the server answered and with its own words, which are left out here. A cause is certain, likely or possible; beside the first, two more may be shown, and what was checked. Generated from the catalogue and the wording by a test.',
  '## What is checked',
  diagnosisChecks.map((check) => `- ${checkedLabels[check]}`).join('\n'),
  ...areas.flatMap(([title, entries]) =>
    [`## ${title}`].concat(causeCodes.filter((code) => Object.hasOwn(entries, code)).map(ofCause)),
  ),
]

test('the page on diagnosis has every cause as people read it', async () => {
  const page = `${diagnosisPage.join('\n\n').replaceAll('<', '&lt;')}\n`
  await expect(page).toMatchFileSnapshot('../../docs/diagnosis.md')
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

const resultsOf = ({ result }: CheckEntry) => [result].flat().map((one) => resultWords[one])

function ofCheck(reason: CheckReason): string {
  const entry: CheckEntry = checks[reason]
  const texts = fewAndAll(entry).map((evidence) => checkSentence({ reason, evidence }))
  return [`### ${reason}`, [all(resultsOf(entry)), all(entry.section)].join(' · '), listOf(texts)].join('\n\n')
}

const ofChecks = (title: string, entries: object) => [
  `## ${title}`,
  ...checkReasons
    .filter((reason) => Object.hasOwn(entries, reason))
    .toSorted()
    .map(ofCheck),
]

const checkPage = [
  '# What the checks of a token say',
  'Every reason that a check of a token ends with: how the check ends, the section that it follows, and what people read, with as little evidence as there may be and with more. Generated from the catalogue and the wording by a test; names in braces stand for evidence. A sentence follows the title of its check, such as “Issuer”.',
  ...ofChecks('Signature, algorithm and form', signatureChecks),
  ...ofChecks('Keys', keyChecks),
  ...ofChecks('Encryption', encryptionChecks),
  ...ofChecks('Inside an encrypted token', openedChecks),
  ...ofChecks('Claims', claimChecks),
  ...ofChecks('Profile for JWT access tokens', profileChecks),
]

test('the page in docs has every reason of a check as people read it', async () => {
  const page = `${checkPage.join('\n\n').replaceAll('<', '&lt;')}\n`
  await expect(page).toMatchFileSnapshot('../../docs/checks.md')
})
