import { problem, problemAt } from '../problem.ts'
import type { CallInput, CallOutput } from '../../contract/calls.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { forgetOneTimeSecrets } from '../environment/forget.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import type { ResolveDeps } from '../environment/resolve-environment.ts'
import { readOpeningKeys } from '../token/decrypt/open.ts'
import { type MaterialsFor, openLayers } from './opening.ts'
import { environmentMaterials } from './opening-materials.ts'
import type { ReferredToken } from './resolve-token.ts'

/** Decrypts a token with a key that is typed, or with what the environment has. */
export async function openToken(
  deps: ResolveDeps,
  { token: { accessToken, decoded }, environment }: { token: ReferredToken; environment: CurrentEnvironment | null },
  { token: { kind }, key }: Pick<CallInput<'openToken'>, 'token' | 'key'>,
  signal: AbortSignal,
): Promise<CallOutput<'openToken'>> {
  if (decoded.kind !== 'jwe') return { kind: 'closed', reason: 'token_not_encrypted', evidence: {} }
  const materials = key.kind === 'key' ? typedMaterials(key.text) : ownMaterials(deps, environment, signal)
  const opening = materials.ok ? await openLayers(accessToken, decoded.header, materials.value) : materials
  if (!opening.ok) return { kind: 'not_sent', problems: opening.problems }
  // What was asked for was for this once, though no request went out.
  if (key.kind === 'environment') forgetOneTimeSecrets(deps.session, environment?.id ?? null)
  if (opening.value.kind === 'closed') return opening.value
  const { by, text, decoded: inner, claims } = opening.value
  return { kind: 'opened', by, inner, innerToken: kind === 'pasted' ? text : null, claims }
}

function typedMaterials(text: string): Prepared<MaterialsFor> {
  const materials = readOpeningKeys(text)
  return materials.length === 0
    ? notPrepared(problemAt('key.text', problem('opening_key_unreadable')))
    : { ok: true, value: async () => ({ materials, problems: [] }) }
}

function ownMaterials(
  deps: ResolveDeps,
  environment: CurrentEnvironment | null,
  signal: AbortSignal,
): Prepared<MaterialsFor> {
  return environment === null
    ? notPrepared(problemAt('environmentId', problem('environment_of_key_missing')))
    : { ok: true, value: (header) => environmentMaterials(deps, environment, header, signal) }
}
