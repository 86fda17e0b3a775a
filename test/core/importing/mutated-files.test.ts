import { appendFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noImportEdits } from '../../../electron/catalogue/no-import-edits.ts'
import { apiCallSchema } from '../../../electron/contract/api-call.ts'
import { environmentInputSchema } from '../../../electron/contract/environment.ts'
import type { ImportFact, ImportNote } from '../../../electron/contract/import-note.ts'
import type { ImportProblem } from '../../../electron/contract/import-problem.ts'
import { secretValueSchema } from '../../../electron/contract/secret.ts'
import { importReadingSchema } from '../../../electron/contract/sharing.ts'
import type { ForeignImport } from '../../../electron/core/importing/drafts/foreign-import.ts'
import type { ImportFile } from '../../../electron/core/importing/drafts/import-file.ts'
import { ImportRefused } from '../../../electron/core/importing/drafts/import-refused.ts'
import { parseFile } from '../../../electron/core/importing/drafts/parse-file.ts'
import { looksSecret } from '../../../electron/core/importing/drafts/secret-marks.ts'
import { applyImport, undoImport } from '../../../electron/core/importing/apply-import.ts'
import { previewImport } from '../../../electron/core/importing/preview-import.ts'
import { readForeign } from '../../../electron/core/importing/read-foreign.ts'
import type { ReadEnvironment } from '../../../electron/core/importing/read-environments.ts'
import { secretValuesIn } from '../../../electron/core/variables/secret-values.ts'
import { openSettings } from '../../../electron/vocabulary/import-formats.ts'
import { importFactText } from '../../../electron/wording/import/notes.ts'
import { importProblemText } from '../../../electron/wording/import/problems.ts'
import { openSharing, type Sharing } from '../../integration/sharing-app.ts'
import { type ImportSeed, importSeeds } from '../../support/import-seeds.ts'
import { mutated, numbersFrom } from '../../support/mutated-files.ts'

const seeds = importSeeds()
/** Seconds for all of it; without them so many rounds of each seed. `FUZZ_FAILED` is a file that gets the files that fail. */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 0)
const failedFile = process.env['FUZZ_FAILED']
const rounds = 60
/** What is imported into a workspace and taken back: of so many, one. */
const appliedOf = 6

let app: Sharing
beforeAll(() => {
  app = openSharing()
})
afterAll(() => app.close())

let count = 0
const newId = () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`

/** What is carried of an import, each secret of secret variables by itself. */
const secretsOf = ({ carried }: ForeignImport): string[] =>
  Object.values(carried).flatMap((secrets) =>
    Object.entries(secrets).flatMap(([name, value]) =>
      name === 'secret_variables' ? Array.from(secretValuesIn(value).values()) : [value],
    ),
  )

/** Those of a file that cannot be taken for something else. */
function canariesOf({ name, files }: ImportSeed): string[] {
  const read = readForeign(files, newId)
  if (read === null) throw new Error(`${name} was not recognized.`)
  const text = files.map((file) => file.text).join('\n')
  return [...new Set(secretsOf(read))].filter((value) => looksSecret(value) && text.includes(value))
}

/** What is wrong with what these files become; empty where nothing is. */
async function faultsOf(
  files: readonly ImportFile[],
  canaries: readonly string[],
  isApplied: boolean,
): Promise<string[]> {
  const faults: string[] = []
  const secretsIn = (what: string, shown: unknown) => {
    const text = JSON.stringify(shown)
    for (const value of canaries) if (text.includes(value)) faults.push(`${what} shows a secret: ${near(text, value)}`)
  }
  let read: ForeignImport | null
  try {
    read = readForeign(files, newId)
  } catch (error) {
    if (!(error instanceof ImportRefused))
      return [`threw ${error instanceof Error ? (error.stack ?? '').slice(0, 600) : String(error)}`]
    const { problem } = error
    secretsIn('a refusal', [problem, importProblemText(problem)])
    return [...faults, ...problemFaults(problem)]
  }
  if (read === null) return faults
  secretsIn('the import', [read.environments.map(withoutPublic), read.notes, read.valuesNeeded, read.sources])
  faults.push(...ruleFaults(read), ...noteFaults(read.notes, files))
  if (isApplied && faults.length === 0 && read.environments.length > 0)
    faults.push(...(await applyFaults(read, secretsIn)))
  return faults
}

/** Without IDs and addresses: what a broken file writes there is no secret to anyone, since IDs look random too. */
function withoutPublic({ value, open: _open, ...environment }: ReadEnvironment): unknown {
  const publicSettings = new Set<string>([...openSettings, 'mtls_endpoint_aliases', 'name'])
  return [
    environment,
    Object.entries(value).filter(([name]) => !publicSettings.has(name) || name === 'parameters' || name === 'headers'),
  ]
}

const near = (text: string, value: string): string => {
  const at = text.indexOf(value)
  return text.slice(Math.max(0, at - 150), at + value.length + 40)
}

function problemFaults(problem: ImportProblem): string[] {
  return [
    ...textFaults('a refusal', importProblemText(problem)),
    ...(problem.code === 'text_invalid' ? [] : emptyFaults('a refusal', problem.evidence)),
  ]
}

function ruleFaults({ environments, carried, valuesNeeded }: ForeignImport): string[] {
  const ids = new Set(environments.map(({ id }) => id))
  const names = new Set(environments.map(({ value }) => value.name))
  return [
    ...(ids.size === environments.length ? [] : ['an id is there twice']),
    ...(names.size === environments.length ? [] : ['a name is there twice']),
    ...(new Set(valuesNeeded).size === valuesNeeded.length ? [] : ['a needed value is there twice']),
    ...environments.flatMap(({ id, value, calls }) =>
      [
        ...(environmentInputSchema.safeParse(value).error?.issues ?? []),
        ...calls.flatMap((call) => apiCallSchema.safeParse({ ...call, environmentId: id }).error?.issues ?? []),
      ].map(({ path, message }) => `${path.join('.')}: ${message}`),
    ),
    ...Object.keys(carried).flatMap((id) => (ids.has(id) ? [] : ['carried of no environment'])),
    ...Object.values(carried).flatMap((secrets) =>
      Object.values(secrets).flatMap((value) => secretValueSchema.safeParse(value).error?.message ?? []),
    ),
  ]
}

function noteFaults(notes: readonly ImportNote[], files: readonly ImportFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const parsed = new Map<string, unknown>()
  return notes.flatMap(({ fact, place, call }) => {
    const what = `${fact.code} ${JSON.stringify(fact.evidence).slice(0, 200)}`
    const faults = [
      ...textFaults(what, importFactText(fact)),
      ...emptyFaults(what, fact.evidence),
      ...longFaults(what, fact.evidence),
      ...(call.length <= 200 ? [] : [`${what} names a call of ${call.length} characters`]),
    ]
    if (place.file === '' && !byPath.has('')) return faults
    const file = byPath.get(place.file)
    if (file === undefined) return [...faults, `${what} is in ${place.file}, which was not given`]
    if (place.line !== null && !(place.line >= 1 && place.line <= file.text.split(/\r\n|\r|\n/).length))
      faults.push(`${what} is at line ${place.line} of ${file.text.split('\n').length}`)
    if (place.pointer === null) return faults
    if (!parsed.has(file.path)) parsed.set(file.path, parseFile(file).value)
    if (!leadsSomewhere(parsed.get(file.path), place.pointer))
      faults.push(`${what} is at ${place.pointer}, which leads nowhere`)
    return faults
  })
}

const textFaults = (what: string, text: string): string[] =>
  /\bundefined\b|\[object |^\s|: $/.test(text) ? [`${what} reads: ${text.slice(0, 300)}`] : []

/** Texts that may be empty: the grants of a list, and a rule that has no sentence. */
const emptyFaults = (what: string, evidence: ImportFact['evidence'] | ImportProblem['evidence']): string[] =>
  Object.entries(evidence).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().some((one) => typeof one === 'string' && one.trim() === '') ? [`${what} has an empty ${name}`] : [],
  )

const longFaults = (what: string, evidence: ImportFact['evidence']): string[] =>
  Object.entries(evidence).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().some((one) => typeof one === 'string' && one.length > 2000) ? [`${what} has a long ${name}`] : [],
  )

/** Whether a pointer leads to a value, or to the value that it would be a member of. */
function leadsSomewhere(value: unknown, pointer: string): boolean {
  let at = value
  const steps = pointer.split('/').slice(1)
  for (const [index, written] of steps.entries()) {
    const step = written.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof at !== 'object' || at === null) return false
    if (!Object.hasOwn(at, step)) return index === steps.length - 1
    at = Reflect.get(at, step)
  }
  return true
}

/** Previews it, takes all of it, and takes it back. */
async function applyFaults(
  { carried, ...read }: ForeignImport,
  secretsIn: (what: string, shown: unknown) => void,
): Promise<string[]> {
  const file = { ...read, armor: null, signature: null, signedText: '', unknown: [] }
  const targets = Object.fromEntries(
    read.environments.flatMap(({ id, kind }) => (kind === 'calls' ? [[id, null]] : [])),
  )
  const edits = { ...noImportEdits, targets }
  const preview = await previewImport(app.core, 'import', 'file', file, carried, edits)
  const { error } = importReadingSchema.safeParse(preview)
  if (error !== undefined) return [`the preview breaks a rule: ${error.message.slice(0, 300)}`]
  const before = app.state()
  const { result, undo } = await applyImport(app.core, 'import', 'file', file, carried, edits, [])
  if (result.kind === 'refused') {
    const isUntouched = app.state() === before
    return [
      `refused: ${importProblemText(result.reason)}`,
      ...(isUntouched ? [] : ['refused, and something was changed']),
    ]
  }
  const faults: string[] = []
  const calls = result.added.reduce((sum, id) => sum + app.workspace.apiCalls.count(id), 0)
  const expected = read.environments.reduce((sum, environment) => sum + environment.calls.length, 0)
  if (result.added.length !== read.environments.length)
    faults.push(`${result.added.length} of ${read.environments.length} environments came`)
  if (calls !== expected) faults.push(`${calls} of ${expected} calls came`)
  if (result.notStored.length > 0) faults.push(`not stored: ${JSON.stringify(result.notStored)}`)
  secretsIn(
    'the workspace',
    app.workspace.environments.list().map(({ id, value }) => [value.variables, app.workspace.apiCalls.list(id)]),
  )
  const obstacle = undo === null ? { code: 'no undo' } : await undoImport(app.core, undo)
  if (obstacle !== null) faults.push(`not undone: ${obstacle.code}`)
  if (app.state() !== before) faults.push('undone, and something is different')
  return faults
}

async function failedRounds(
  index: number,
  seed: ImportSeed,
  from: number,
  isOver: (round: number) => boolean,
): Promise<string[]> {
  const canaries = canariesOf(seed)
  const failed: string[] = []
  for (let round = from; !isOver(round); round++) {
    const next = numbersFrom(index * 1_000_003 + round)
    const other = seeds[next(seeds.length)] ?? seed
    const files = mutated(seed, other, next)
    const faults = await faultsOf(files, canaries, round % appliedOf === 0)
    if (faults.length === 0) continue
    failed.push(...faults.slice(0, 3).map((fault) => `${seed.name}, round ${round}: ${fault}`))
    if (failedFile !== undefined)
      appendFileSync(failedFile, `${JSON.stringify({ seed: seed.name, round, faults, files })}\n`)
  }
  return failed
}

test.each(seeds.map((seed, index) => [seed.name, seed, index] as const))(
  '%s, changed in any way, is read or refused: by the rules, without its secrets, with places that are there',
  { timeout: 45_000 + 2000 * seconds },
  async (_name, seed, index) => {
    const end = performance.now() + (seconds * 1000) / seeds.length
    const isOver = seconds === 0 ? (round: number) => round >= rounds : () => performance.now() > end
    const from = seconds === 0 ? 0 : Math.floor(Date.now() / 1000) % 1_000_000
    expect(await failedRounds(index, seed, from, isOver)).toEqual([])
  },
)
