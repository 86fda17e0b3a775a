import path from 'node:path'
import { readFileAtMost } from '../../core/files/read-file.ts'
import { type ParsedImport, readText, signatureOf, unseal } from '../../core/importing/reading.ts'
import type { ReadFile } from '../../core/importing/read-environments.ts'
import type { CarriedByEnvironment } from '../../core/shared-file/shared-file.ts'
import type { Workspace } from '../../core/workspace/workspace.ts'
import { importMaxCharacters } from '../../vocabulary/limits.ts'
import { importProblemText, invalidSignatureText } from '../../wording/import/problems.ts'
import { problemSentence } from '../../wording/problems.ts'

/** `carried`: the secrets of the file, where it has some and they could be opened. */
export type SharedReading = { ok: true; file: ReadFile; carried: CarriedByEnvironment } | { ok: false; problem: string }

/** The command line has no key that something could be encrypted to. */
const noKeys = { secretStore: { getValue: async () => null } }

/** Reads a `*.ccx.json` file, and what is encrypted in it to a passphrase. Nothing in it is run, no path or URL followed. */
export async function readShared(
  file: string,
  passphrase: string | undefined,
  workspace: Workspace,
): Promise<SharedReading> {
  const read = await readFileAtMost(path.resolve(file), importMaxCharacters)
  if (!read.ok) return { ok: false, problem: problemSentence(read.problem) }
  const shared = sharedIn(await opened(await readText(noKeys, read.value.toString()), passphrase))
  if (shared.ok && signatureOf({ workspace }, shared.file).kind === 'invalid')
    return { ok: false, problem: invalidSignatureText }
  return shared
}

async function opened(parsed: ParsedImport, passphrase: string | undefined): Promise<ParsedImport> {
  const isSealed = parsed.kind === 'sealed' && parsed.to === 'passphrase' && passphrase !== undefined
  return isSealed ? unseal(noKeys, parsed.file, parsed.armor, passphrase) : parsed
}

/** Without its secrets a file can still be used: they can be given. */
function sharedIn(parsed: ParsedImport): SharedReading {
  if (parsed.kind === 'open') return { ok: true, file: parsed.file, carried: parsed.carried }
  if (parsed.problem !== null) return { ok: false, problem: importProblemText(parsed.problem) }
  if (parsed.kind === 'sealed' && parsed.file !== null) return { ok: true, file: parsed.file, carried: {} }
  const isToKey = parsed.kind === 'sealed' && parsed.to === 'recipient'
  const problem = isToKey
    ? 'It is encrypted to the key of an app, which only that app has. Export it without, or for a passphrase.'
    : 'It is encrypted. Give its passphrase in CCX_PASSPHRASE.'
  return { ok: false, problem }
}
