import type { Api } from '../../contract/calls.ts'
import type { ExportOptions, ExportPreview } from '../../contract/sharing.ts'
import type { SecretName } from '../../contract/secret.ts'
import { encryptTo } from '../shared-file/age.ts'
import { canonicalJson, canonicalJsonOfMany } from '../json/canonical-json.ts'
import { knownSecrets } from '../exporting/known-secrets.ts'
import { type FoundLeak, scan } from '../exporting/scan.ts'
import { type CarriedByEnvironment, fileExtension } from '../shared-file/shared-file.ts'
import { sign } from '../shared-file/signature.ts'
import { fileOf, type Shareable, type Shared, sharedOf } from '../exporting/write-environments.ts'
import { recordDone } from './audit.ts'
import type { CallContext, CoreContext } from '../environment/current-environment.ts'
import { allSecrets, presentSecrets, readSecrets } from '../flow/shared-secrets.ts'
import { ownSigningKey } from './sharing-keys.ts'
import { errorMessage } from '../error-message.ts'

type ExportCalls = Pick<Api<CallContext>, 'previewExport' | 'saveExport' | 'copyExport'>

/** Writes environments for others. Secrets travel encrypted or not at all, and what looks like one is shown before. */
export function exportEnvironmentCalls(core: CoreContext): ExportCalls {
  const { ports } = core

  return {
    previewExport: async (options) => {
      const gathered = await gather(core, options)
      const leaks = await search(core, gathered)
      return {
        leaks: leaks.found.map(({ leak }) => leak),
        environments: gathered.shareables.length,
        apiCalls: gathered.shareables.reduce((sum, { calls }) => sum + calls.length, 0),
        secrets: gathered.shareables.reduce((sum, { secrets }) => sum + secrets.length, 0),
        unreadable: options.secrets.kind === 'none' ? leaks.unreadable : gathered.unreadable,
        bytes: await sizeOf(gathered, options),
      }
    },

    saveExport: async (options) => {
      const gathered = await gather(core, options)
      const made = await textOf(core, gathered, options)
      if (!made.ok) return { kind: 'failed', message: made.message }
      try {
        const path = await ports.saveFile(fileNameOf(gathered.shareables), made.text)
        if (path === null) return { kind: 'cancelled' }
        record(core, gathered, options, path)
        return { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', message: `${errorMessage(error)}. The environments are as they were.` }
      }
    },

    copyExport: async (options) => {
      const gathered = await gather(core, options)
      const made = await textOf(core, gathered, options)
      if (!made.ok) return made.message
      ports.copySecret(made.text)
      record(core, gathered, options, 'the clipboard')
      return null
    },
  }
}

interface Gathered {
  shareables: readonly Shareable[]
  shared: Shared
  /** By environment and name: what will be encrypted. */
  carried: CarriedByEnvironment
  unreadable: ExportPreview['unreadable']
}

/** Built-in environments are left out: every copy of the app has its own, with what its own sandbox made. */
async function gather(core: CoreContext, { environmentIds, secrets }: ExportOptions): Promise<Gathered> {
  const { environments, apiCalls } = core.ports.workspace
  const carried: Record<string, Partial<Record<SecretName, string>>> = {}
  const unreadable: ExportPreview['unreadable'][number][] = []
  const shareables: Shareable[] = []
  for (const id of new Set(environmentIds)) {
    const stored = environments.get(id)
    if (stored === null || stored.builtIn) continue
    const read = secrets.kind === 'none' ? null : await readSecrets(core, stored)
    const encrypted = [...(read?.values.keys() ?? [])]
    if (read !== null && encrypted.length > 0) carried[id] = Object.fromEntries(read.values)
    unreadable.push(...(read?.unreadable ?? []))
    shareables.push({
      id,
      value: stored.value,
      unknown: stored.unknown ?? {},
      calls: apiCalls.list(id),
      secrets: presentSecrets(core, id),
      encrypted,
    })
  }
  return { shareables, shared: sharedOf(shareables), carried, unreadable }
}

async function search(
  core: CoreContext,
  { shared }: Gathered,
): Promise<{ found: FoundLeak[]; unreadable: ExportPreview['unreadable'] }> {
  const { values, unreadable } = await allSecrets(core)
  const whole = { id: '', name: 'The file itself', content: shared.members }
  return { found: await scan([...shared.environments, whole], knownSecrets(values)), unreadable }
}

type Made = { ok: true; text: string } | { ok: false; message: string }
const failed = (message: string): Made => ({ ok: false, message })

async function textOf(core: CoreContext, gathered: Gathered, options: ExportOptions): Promise<Made> {
  if (gathered.shareables.length === 0)
    return failed('There is nothing to export. Built-in environments are not: duplicate one to share what you changed.')
  const { found } = await search(core, gathered)
  const fatal = found.filter((one) => one.fatal)
  if (fatal.length > 0) return failed(refusalOf(fatal))
  const key = options.sign ? await ownSigningKey(core) : null
  if (options.sign && key === null)
    return failed(
      'It cannot be signed: there is no key of yours, or the stored secrets are locked. Nothing was written.',
    )
  try {
    const file = fileOf(gathered.shared, await encrypted(gathered.carried, options))
    const text = await canonicalJsonOfMany(file)
    return { ok: true, text: key === null ? text : await canonicalJsonOfMany({ ...file, signature: sign(text, key) }) }
  } catch (error) {
    return failed(`The secrets could not be encrypted: ${errorMessage(error)}. Nothing was written.`)
  }
}

function refusalOf(fatal: readonly FoundLeak[]): string {
  const places = fatal.slice(0, 5).map(({ leak: { environmentName, place, kind } }) => {
    const what = kind === 'private_key' ? 'a private key' : 'a secret that this app keeps'
    return `${what} in ${place} of "${environmentName}"`
  })
  const more = fatal.length > places.length ? `, and ${fatal.length - places.length} more` : ''
  return `Nothing was written, because there is ${places.join('; ')}${more}. Take it out of there, and export again.`
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

function record({ ports }: CoreContext, { shareables, carried }: Gathered, options: ExportOptions, to: string): void {
  const [first] = shareables
  recordDone(ports, 'exported', shareables.length === 1 && first !== undefined ? first.id : null, {
    environments: String(shareables.length),
    secrets: Object.keys(carried).length === 0 ? 'none' : `encrypted to ${options.secrets.kind}`,
    signed: options.sign ? 'yes' : 'no',
    to,
  })
}
