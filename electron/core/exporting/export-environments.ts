import type { SaveProblem } from '../../contract/save-problem.ts'
import type { ExplorerExportOptions, ExportPreview } from '../../contract/sharing.ts'
import { errorMessage } from '../error-message.ts'
import { canonicalJson, canonicalJsonOfMany } from '../json/canonical-json.ts'
import { encryptTo } from '../shared-file/age.ts'
import { type OwnKeyDeps, ownSigningKey } from '../shared-file/own-keys.ts'
import { type CarriedByEnvironment, fileExtension } from '../shared-file/shared-file.ts'
import { sign } from '../shared-file/signature.ts'
import { countsOf, gather, type GatherDeps, type Gathered, search, secretInClear } from './gather.ts'
import { fileOf, type Shareable } from './write-environments.ts'

type ExportDeps = GatherDeps & OwnKeyDeps

/** What an export would hold, and what looks like a secret in it. */
export async function previewExport(deps: GatherDeps, options: ExplorerExportOptions): Promise<ExportPreview> {
  const isCarrying = options.secrets.kind !== 'none'
  const gathered = await gather(deps, options.environmentIds, isCarrying)
  const { found, unreadable } = await search(deps, gathered, true)
  return {
    leaks: found.map(({ leak }) => leak),
    ...countsOf(gathered),
    unreadable: isCarrying ? gathered.unreadable : unreadable,
    bytes: await sizeOf(gathered, options),
    files: 1,
    notes: [],
  }
}

type MadeExport = { ok: true; text: string; fileName: string; gathered: Gathered } | { ok: false; problem: SaveProblem }

/** Writes environments for others. Secrets travel encrypted or not at all, and a secret anywhere else is refused. */
export async function makeExport(deps: ExportDeps, options: ExplorerExportOptions): Promise<MadeExport> {
  const gathered = await gather(deps, options.environmentIds, options.secrets.kind !== 'none')
  const made = await textOf(deps, gathered, options)
  return made.ok ? { ...made, fileName: fileNameOf(gathered.shareables), gathered } : made
}

type Made = { ok: true; text: string } | { ok: false; problem: SaveProblem }
const failed = (problem: SaveProblem): Made => ({ ok: false, problem })

async function textOf(deps: ExportDeps, gathered: Gathered, options: ExplorerExportOptions): Promise<Made> {
  if (gathered.shareables.length === 0) return failed({ code: 'nothing_to_export', evidence: {} })
  const { found } = await search(deps, gathered, true)
  const refusal = secretInClear(found)
  if (refusal !== null) return failed(refusal)
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

async function encrypted(carried: CarriedByEnvironment, { secrets }: ExplorerExportOptions): Promise<string[] | null> {
  if (secrets.kind === 'none' || Object.keys(carried).length === 0) return null
  return encryptTo(canonicalJson(carried), secrets)
}

/** About: encrypting for a preview would take a second. */
async function sizeOf({ shared, carried }: Gathered, { secrets, sign }: ExplorerExportOptions): Promise<number> {
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
