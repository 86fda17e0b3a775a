import type { EvidenceInput } from '../../contract/evidence.ts'
import { maskOf } from '../redaction/redact.ts'
import { evidenceText, type Masking } from '../evidence/evidence.ts'
import { evidenceFileName } from '../evidence/file-name.ts'
import type { EvidenceSubject } from '../../wording/evidence/subject.ts'
import { withoutBearer } from '../token/decode/decode.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import { type EnvironmentDeps, findEnvironment } from '../environment/current-environment.ts'
import { type AllSecretsDeps, allSecrets } from '../environment/all-secrets.ts'
import { resolveToken } from './resolve-token.ts'

export type EvidenceDeps = AllSecretsDeps &
  EnvironmentDeps &
  Pick<Ports, 'now' | 'version' | 'runtime'> &
  WithWorkspace<'exchanges'> &
  WithSession<'previousTokens'>

/** A summary of a token for a ticket, without secrets; null when the token is no longer held. */
export async function makeEvidence(
  deps: EvidenceDeps,
  input: EvidenceInput,
): Promise<{ text: string; fileName: string } | null> {
  const subject = subjectOf(deps, input)
  if (subject === null) return null
  const ids = [input.environmentId, input.token.kind === 'pasted' ? null : input.token.environmentId]
  const text = evidenceText(subject, input.format, await maskingOf(deps, ids))
  const fileName = evidenceFileName(subject.environment && subject.environment.name, subject.madeAt, input.format)
  return { text, fileName }
}

/** What is masked in a summary: every secret that is known, with those of these environments. */
export async function maskingOf(deps: EvidenceDeps, environmentIds: readonly (string | null)[]): Promise<Masking> {
  const { values, unreadable } = await allSecrets(deps)
  return { mask: maskOf([...values, ...secretsInMemory(deps, environmentIds)]), unreadable: unreadable.length }
}

/** Null when the token is no longer held. */
export function subjectOf(
  deps: EvidenceDeps,
  { token, environmentId, verification, introspection }: Omit<EvidenceInput, 'format'>,
): EvidenceSubject | null {
  const referred = resolveToken(deps, token)
  if (referred === null) return null
  const { accessToken, decoded, held } = referred
  const judgedBy = environmentId ?? held?.environmentId ?? null
  const exchangeOf = (id: string | null) => (id === null ? null : deps.workspace.exchanges.get(id))
  return {
    accessToken: withoutBearer(accessToken),
    decoded,
    origin: token.kind,
    held,
    environment: judgedBy === null ? null : (findEnvironment(deps, judgedBy)?.value ?? null),
    verification,
    introspection,
    exchange: exchangeOf(held && held.exchangeId),
    introspectionExchange: exchangeOf(
      introspection === null || introspection.kind === 'not_sent' ? null : introspection.exchangeId,
    ),
    version: deps.version,
    runtime: deps.runtime,
    madeAt: deps.now(),
  }
}

/** Those of the sandbox, and the tokens that were held before. */
function secretsInMemory(deps: EvidenceDeps, environmentIds: readonly (string | null)[]): string[] {
  const ids = environmentIds.filter((id) => id !== null)
  return [
    ...ids.flatMap((id) => Object.values(findEnvironment(deps, id)?.secrets ?? {})),
    ...Array.from(deps.session.previousTokens.values(), ({ accessToken }) => accessToken),
  ].filter((secret) => secret !== '')
}
