import { fileItself } from '../../wording/exported.ts'
import type { SaveProblem } from '../../contract/save-problem.ts'
import type { ExportOptions, ExportPreview } from '../../contract/sharing.ts'
import type { SecretName } from '../../contract/secret.ts'
import { type AuditDeps, recordDone } from '../audit.ts'
import type { WithWorkspace } from '../core-context.ts'
import { type AllSecretsDeps, allSecrets, presentSecrets, readSecrets } from '../environment/all-secrets.ts'
import { errorMessage } from '../error-message.ts'
import { canonicalJson, canonicalJsonOfMany } from '../json/canonical-json.ts'
import type { Ports } from '../ports.ts'
import { encryptTo } from '../shared-file/age.ts'
import { type OwnKeyDeps, ownSigningKey } from '../shared-file/own-keys.ts'
import { type CarriedByEnvironment, fileExtension } from '../shared-file/shared-file.ts'
import { sign } from '../shared-file/signature.ts'
import { knownSecrets } from './known-secrets.ts'
import { type FoundLeak, scan } from './scan.ts'
import { fileOf, type Shareable, type Shared, sharedOf } from './write-environments.ts'

type GatherDeps = AllSecretsDeps & WithWorkspace<'apiCalls'>
type ExportDeps = GatherDeps & OwnKeyDeps

/** What an export would hold, and what looks like a secret in it. */
export async function previewExport(deps: GatherDeps, options: ExportOptions): Promise<ExportPreview> {
  const gathered = await gather(deps, options)
  const leaks = await search(deps, gathered)
  return {
    leaks: leaks.found.map(({ leak }) => leak),
    environments: gathered.shareables.length,
    apiCalls: gathered.shareables.reduce((sum, { calls }) => sum + calls.length, 0),
    secrets: gathered.shareables.reduce((sum, { secrets }) => sum + secrets.length, 0),
    unreadable: options.secrets.kind === 'none' ? leaks.unreadable : gathered.unreadable,
    bytes: await sizeOf(gathered, options),
  }
}

export type MadeExport =
  | { ok: true; text: string; fileName: string; gathered: Gathered }
  | { ok: false; problem: SaveProblem }

/** Writes environments for others. Secrets travel encrypted or not at all, and a secret anywhere else is refused. */
export async function makeExport(deps: ExportDeps, options: ExportOptions): Promise<MadeExport> {
  const gathered = await gather(deps, options)
  const made = await textOf(deps, gathered, options)
  return made.ok ? { ...made, fileName: fileNameOf(gathered.shareables), gathered } : made
}

/** Records where an export went, after it was written. */
export function recordExport(
  deps: AuditDeps & Pick<Ports, 'notify'>,
  { shareables, carried }: Gathered,
  options: ExportOptions,
  to: string,
): void {
  const [first] = shareables
  recordDone(deps, 'exported', shareables.length === 1 && first !== undefined ? first.id : null, {
    environments: String(shareables.length),
    secrets: Object.keys(carried).length === 0 ? 'none' : `encrypted to ${options.secrets.kind}`,
    signed: options.sign ? 'yes' : 'no',
    to,
  })
}

export interface Gathered {
  shareables: readonly Shareable[]
  shared: Shared
  /** By environment and name: what will be encrypted. */
  carried: CarriedByEnvironment
  unreadable: ExportPreview['unreadable']
}

/** Built-in environments are left out: every copy of the app has its own, with what its own sandbox made. */
async function gather(deps: GatherDeps, { environmentIds, secrets }: ExportOptions): Promise<Gathered> {
  const { environments, apiCalls } = deps.workspace
  const carried: Record<string, Partial<Record<SecretName, string>>> = {}
  const unreadable: ExportPreview['unreadable'][number][] = []
  const shareables: Shareable[] = []
  for (const id of new Set(environmentIds)) {
    const stored = environments.get(id)
    if (stored === null || stored.builtIn) continue
    const read = secrets.kind === 'none' ? null : await readSecrets(deps, stored)
    const encrypted = [...(read?.values.keys() ?? [])]
    if (read !== null && encrypted.length > 0) carried[id] = Object.fromEntries(read.values)
    unreadable.push(...(read?.unreadable ?? []))
    shareables.push({
      id,
      value: stored.value,
      unknown: stored.unknown ?? {},
      calls: apiCalls.list(id),
      secrets: presentSecrets(deps, id),
      encrypted,
    })
  }
  return { shareables, shared: sharedOf(shareables), carried, unreadable }
}

async function search(
  deps: AllSecretsDeps,
  { shared }: Gathered,
): Promise<{ found: FoundLeak[]; unreadable: ExportPreview['unreadable'] }> {
  const { values, unreadable } = await allSecrets(deps)
  const whole = { id: '', name: fileItself, content: shared.members }
  return { found: await scan([...shared.environments, whole], knownSecrets(values)), unreadable }
}

type Made = { ok: true; text: string } | { ok: false; problem: SaveProblem }
const failed = (problem: SaveProblem): Made => ({ ok: false, problem })

async function textOf(deps: ExportDeps, gathered: Gathered, options: ExportOptions): Promise<Made> {
  if (gathered.shareables.length === 0) return failed({ code: 'nothing_to_export', evidence: {} })
  const { found } = await search(deps, gathered)
  const fatal = found.filter((one) => one.fatal)
  if (fatal.length > 0) return failed(secretInClear(fatal))
  const key = options.sign ? await ownSigningKey(deps) : null
  if (options.sign && key === null) return failed({ code: 'no_signing_key', evidence: {} })
  try {
    const file = fileOf(gathered.shared, await encrypted(gathered.carried, options))
    const text = await canonicalJsonOfMany(file)
    return { ok: true, text: key === null ? text : await canonicalJsonOfMany({ ...file, signature: sign(text, key) }) }
  } catch (error) {
    return failed({ code: 'not_encrypted', evidence: { message: errorMessage(error) } })
  }
}

/** Places that a refusal names; the others are counted. */
const mostPlaces = 5

function secretInClear(fatal: readonly FoundLeak[]): SaveProblem {
  const places = fatal.slice(0, mostPlaces).map(({ leak: { environmentName, place, kind } }) => ({
    what: kind === 'private_key' ? ('private_key' as const) : ('known_secret' as const),
    place,
    environment: environmentName,
  }))
  return { code: 'secret_in_clear', evidence: { places, more: fatal.length - places.length } }
}

async function encrypted(carried: CarriedByEnvironment, { secrets }: ExportOptions): Promise<string[] | null> {
  if (secrets.kind === 'none' || Object.keys(carried).length === 0) return null
  return encryptTo(canonicalJson(carried), secrets)
}

/** About: encrypting for a preview would take a second. */
async function sizeOf({ shared, carried }: Gathered, { secrets, sign }: ExportOptions): Promise<number> {
  const text = await canonicalJsonOfMany(fileOf(shared, null))
  const isCarried = secrets.kind !== 'none' && Object.keys(carried).length > 0
  const clear = isCarried ? Buffer.byteLength(canonicalJson(carried)) + 400 : 0
  // Base64, in lines of 64 with quotes, a comma and six spaces.
  return Buffer.byteLength(text) + Math.ceil(clear * (4 / 3) * (74 / 64)) + (sign ? 300 : 0)
}

function fileNameOf([first, ...others]: readonly Shareable[]): string {
  const name = (first?.value.name ?? '')
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
    .replace(/^[. ]+/, '')
    .trim()
    .slice(0, 80)
  return (others.length > 0 || name === '' ? 'environments' : name) + fileExtension
}
