import { setImmediate as pause } from 'node:timers/promises'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { ImportNote } from '../../contract/import-note.ts'
import type { FoundSecret, ImportItem, ImportSource } from '../../contract/sharing.ts'
import { newApiRequest, newCallLabel } from '../../catalogue/new-api-request.ts'
import { newEnvironment } from '../../catalogue/new-environment.ts'
import { type SecretName, secretNameSchema } from '../../contract/secret.ts'
import { canonicalJsonOfMany } from '../json/canonical-json.ts'
import { isMembers, memberNamed } from '../json/json-members.ts'
import { lineAt, type Path, pathText, quotedName } from '../json/json-place.ts'
import type { PreservedMembers } from '../shared-file/preserved-members.ts'
import type { ImportProblem, MemberFault, OtherFile } from '../../contract/import-problem.ts'
import { callOfVersion1 } from './call-of-version-1.ts'
import { foreignObject } from './foreign-file.ts'
import { otherFileKind } from './not-ours.ts'
import {
  envelopeSchema,
  formatName,
  formatVersion,
  type SharedEnvironment,
  sharedEnvironmentSchema,
} from '../shared-file/shared-file.ts'
import type { FileSignature } from '../shared-file/signature.ts'
import { offsetOf, readStrictJson } from '../json/strict-json.ts'
import { withoutPaths } from '../shared-file/call-files.ts'
import { takeUnknown } from '../shared-file/unknown-members.ts'

export interface ReadEnvironment {
  id: string
  /** `calls` has calls alone, for an environment that is here or a new one. */
  kind: 'environment' | 'calls'
  value: EnvironmentInput
  calls: SharedEnvironment['apiCalls']
  preserved: PreservedMembers
  encrypted: readonly SecretName[]
  /** Settings with a variable that has no value yet, which are empty in `value`. */
  open: ImportItem['open']
  /** What another tool's file has in clear. */
  found: readonly FoundSecret[]
}

/** A file that was read whole; its encrypted secrets were not opened, its signature was not checked. */
export interface ReadFile {
  environments: readonly ReadEnvironment[]
  /** In ASCII armor; null when no secret is carried. */
  armor: string | null
  signature: FileSignature | null
  /** What a signature is of; empty without one. */
  signedText: string
  /** Members that this version does not know, for people. */
  unknown: readonly string[]
  sources: readonly ImportSource[]
  notes: readonly ImportNote[]
  /** Variables that have no value in the file, by name. */
  valuesNeeded: readonly string[]
}

export type FileReading = { ok: true; file: ReadFile } | { ok: false; problem: ImportProblem }

const refused = (problem: ImportProblem): FileReading => ({ ok: false, problem })

/** Environments that are parsed between two breaths. */
const atOnce = 10

/** Reads the text of a file. Whatever it says, nothing of it is run, no path or URL in it is followed. */
export async function readEnvironments(text: string): Promise<FileReading> {
  const plain = text.replace(/^\uFEFF/, '')
  if (plain.trim() === '') return refused({ code: 'empty', evidence: {} })
  const other = otherFileKind(plain)
  if (other !== null) return refused(otherFile(other))
  const reading = await readStrictJson(plain)
  if (!reading.ok) {
    const { fault, path, line } = reading
    return refused({ code: 'json_invalid', evidence: { fault, path, line } })
  }
  const stranger = strangerOf(reading.value)
  if (stranger !== null) return refused(stranger)
  return readFile(reading.value, plain)
}

const otherFile = (kind: OtherFile): ImportProblem => ({ code: 'other_file', evidence: { kind } })

/** Why this is not a file of ours, or not one that this version reads; null when it is. */
function strangerOf(value: unknown): ImportProblem | null {
  if (!isMembers(value)) return { code: 'not_object', evidence: {} }
  const format = memberNamed(value, 'format')
  if (format !== formatName) {
    const foreign = foreignObject(value)
    if (foreign !== null) return otherFile(foreign)
    const found = typeof format === 'string' ? quotedName(format) : null
    return { code: 'other_format', evidence: { found, expected: formatName } }
  }
  const version = memberNamed(value, 'version')
  if (version === 1 || version === formatVersion) return null
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { code: 'no_version', evidence: { known: formatVersion } }
  return { code: 'version_newer', evidence: { found: version, known: formatVersion } }
}

async function readFile(whole: unknown, text: string): Promise<FileReading> {
  const refusedAt = async (path: Path, fault: MemberFault): Promise<FileReading> => {
    const line = lineAt(text, await offsetOf(text, path))
    return refused({ code: 'member_invalid', evidence: { fault, path: pathText(path), line } })
  }
  const invalid = (path: Path, message: string) => refusedAt(path, { code: 'invalid_value', evidence: { message } })
  const envelope = takeUnknown(envelopeSchema, whole)
  if (!envelope.ok) return invalid(envelope.path, envelope.message)
  const { signature, secrets } = envelope.value
  const paths = [...envelope.paths]
  const { members } = envelope.unknown
  const file = members === undefined ? {} : { members }
  const environments: ReadEnvironment[] = []
  const callOf = envelope.value.version === 1 ? callOfVersion1 : callWithDefaults
  const ids = new Map<string, number>()
  const callIds = new Set<string>()
  for (const [index, given] of envelope.value.environments.entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    const at = (...path: Path): Path => ['environments', index, ...path]
    const taken = takeUnknown(sharedEnvironmentSchema, withCalls(withDefaults(given, defaults), callOf))
    if (!taken.ok) return invalid(at(...taken.path), taken.message)
    const { id, apiCalls, secrets: markers, ...value } = taken.value
    const before = ids.get(id)
    if (before !== undefined) return refusedAt(at('id'), { code: 'environment_id_twice', evidence: { first: before } })
    ids.set(id, index)
    for (const [place, call] of apiCalls.entries()) {
      if (callIds.has(call.id)) return refusedAt(at('apiCalls', place, 'id'), { code: 'call_id_twice', evidence: {} })
      callIds.add(call.id)
    }
    const declaredSecrets = secretNameSchema.options.filter((name) => markers[name] !== undefined)
    const encrypted = declaredSecrets.filter((name) => markers[name]?.kind === 'encrypted')
    if (encrypted.length > 0 && secrets === undefined)
      return refusedAt(at('secrets'), { code: 'no_encrypted_secrets', evidence: {} })
    for (const one of taken.paths.map((path) => at(...path))) paths.push(one)
    environments.push({
      id,
      kind: 'environment',
      value,
      calls: apiCalls,
      preserved: { environment: taken.unknown, file, declaredSecrets },
      encrypted,
      open: [],
      found: [],
    })
  }
  return {
    ok: true,
    file: {
      environments,
      armor: secrets === undefined ? null : `${secrets.age.join('\n')}\n`,
      signature: signature ?? null,
      signedText: signature === undefined ? '' : await signedTextOf(whole),
      unknown: paths.map(pathText),
      sources: [{ format: 'ccx', version: String(envelope.value.version), bytes: Buffer.byteLength(text) }],
      notes: [],
      valuesNeeded: [],
    },
  }
}

/** The canonical text of a file without its signature. */
function signedTextOf(file: unknown): Promise<string> {
  const members = isMembers(file) ? Object.entries(file) : []
  return canonicalJsonOfMany(Object.fromEntries(members.filter(([name]) => name !== 'signature')))
}

const { name: _, ...optional } = newEnvironment
const defaults = { ...optional, apiCalls: [], secrets: {} }

function withCalls(environment: unknown, callOf: (call: unknown) => unknown): unknown {
  if (!isMembers(environment)) return environment
  const calls = environment['apiCalls']
  if (!Array.isArray(calls)) return environment
  return { ...environment, apiCalls: calls.map((call: unknown) => withoutPaths(callOf(call))) }
}

function callWithDefaults(call: unknown): unknown {
  return isMembers(call) ? { ...newApiRequest, ...newCallLabel, ...call } : call
}

/** Members that a file leaves out are as in a new environment. */
function withDefaults(given: unknown, defaults: unknown): unknown {
  if (!isMembers(given) || !isMembers(defaults)) return given
  const filled = Object.entries(defaults).map(([name, value]): [string, unknown] => [
    name,
    Object.hasOwn(given, name) ? withDefaults(given[name], value) : value,
  ])
  return Object.fromEntries([...Object.entries(given), ...filled])
}
