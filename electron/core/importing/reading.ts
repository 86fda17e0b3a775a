import type { ImportReading, SignatureStatus } from '../../contract/sharing.ts'
import type { ImportProblem } from '../../contract/import-problem.ts'
import { importMaxCharacters } from '../../vocabulary/limits.ts'
import { ageKindOf, decryptWith } from '../shared-file/age.ts'
import { fingerprintOf } from '../shared-file/fingerprint.ts'
import { type ReadFile, readEnvironments } from './read-environments.ts'
import { type CarriedByEnvironment, carriedSecretsSchema } from '../shared-file/shared-file.ts'
import { type FileSignature, verify } from '../shared-file/signature.ts'
import { readStrictJson } from '../json/strict-json.ts'
import { ownIdentity } from '../shared-file/own-keys.ts'
import type { WithSecretStore, WithWorkspace } from '../core-context.ts'

/** How far the reading of a file came. `open` has all of it; `sealed` lacks what is encrypted: all, when `file` is null. */
export type ParsedImport =
  | { kind: 'open'; file: ReadFile; carried: CarriedByEnvironment }
  | {
      kind: 'sealed'
      file: ReadFile | null
      armor: string
      to: 'passphrase' | 'recipient'
      problem: ImportProblem | null
    }
  | { kind: 'refused'; problem: ImportProblem }

export type UnsealDeps = WithSecretStore<'getValue'>

const refused = (problem: ImportProblem): ParsedImport => ({ kind: 'refused', problem })

/** Reads the text of our own file, as far as one's own keys go. */
export async function readText(deps: UnsealDeps, text: string): Promise<ParsedImport> {
  if (text.length > importMaxCharacters) return refused({ code: 'too_long', evidence: { most: importMaxCharacters } })
  if (!/^\uFEFF?\s*-----BEGIN AGE ENCRYPTED FILE-----/.test(text)) return readFile(deps, text)
  return unseal(deps, null, text.replace(/^\uFEFF/, ''), null)
}

async function readFile(deps: UnsealDeps, text: string): Promise<ParsedImport> {
  const reading = await readEnvironments(text)
  if (!reading.ok) return refused(reading.problem)
  const { file } = reading
  return file.armor === null ? { kind: 'open', file, carried: {} } : unseal(deps, file, file.armor, null)
}

/** Opens what is encrypted, all of it or nothing: with the passphrase, or with one's own identity. */
export async function unseal(
  deps: UnsealDeps,
  file: ReadFile | null,
  armor: string,
  passphrase: string | null,
): Promise<ParsedImport> {
  const to = ageKindOf(armor)
  if (to === null) return refused({ code: 'no_age_file', evidence: {} })
  const sealed = (problem: ImportProblem | null): ParsedImport => ({ kind: 'sealed', file, armor, to, problem })
  const identity = to === 'recipient' ? await ownIdentity(deps) : null
  if (to === 'recipient' ? identity === null : passphrase === null) return sealed(null)
  const decrypted = await decryptWith(armor, identity === null ? { passphrase: passphrase ?? '' } : { identity })
  if (!decrypted.ok) {
    const { problem } = decrypted
    return problem.code === 'wrong_passphrase' || problem.code === 'wrong_identity' ? sealed(problem) : refused(problem)
  }
  if (file === null) return readFile(deps, decrypted.text)
  const carried = await carriedOf(decrypted.text, file)
  return carried === null ? refused({ code: 'encrypted_differs', evidence: {} }) : { kind: 'open', file, carried }
}

/** The secrets, when they are just those that the environments say are encrypted. */
async function carriedOf(text: string, { environments }: ReadFile): Promise<CarriedByEnvironment | null> {
  const reading = await readStrictJson(text)
  const parsed = carriedSecretsSchema.safeParse(reading.ok ? reading.value : null)
  if (!parsed.success) return null
  const said = environments.flatMap(({ id, encrypted }) => encrypted.map((name) => `${id} ${name}`))
  const found = Object.entries(parsed.data).flatMap(([id, secrets]) =>
    Object.keys(secrets).map((name) => `${id} ${name}`),
  )
  return said.toString() === '' || new Set([...said, ...found]).size !== said.length || said.length !== found.length
    ? null
    : parsed.data
}

export function signatureOf(deps: WithWorkspace<'contacts'>, { signature, signedText }: ReadFile): SignatureStatus {
  if (signature === null) return { kind: 'unsigned' }
  return verify(signedText, signature) ? authorOf(deps, signature) : { kind: 'invalid' }
}

function authorOf(deps: WithWorkspace<'contacts'>, { author, publicKey }: FileSignature): SignatureStatus {
  const authors = deps.workspace.contacts.list('author')
  const fingerprint = fingerprintOf(publicKey)
  const known = [...authors, ...deps.workspace.contacts.list('own')].find(({ key }) => key === publicKey)
  if (known !== undefined) return { kind: 'known_author', name: known.name, fingerprint }
  const other = authors.find(({ name }) => name === author)
  return other === undefined
    ? { kind: 'new_author', name: author, fingerprint }
    : { kind: 'other_key', name: author, fingerprint, pinned: fingerprintOf(other.key) }
}

/** What the window shows while something is encrypted. */
export function sealedReading(
  importId: string,
  fileName: string,
  { to, file, problem }: Extract<ParsedImport, { kind: 'sealed' }>,
): ImportReading {
  return { kind: 'encrypted', importId, fileName, to, partly: file !== null, problem }
}
