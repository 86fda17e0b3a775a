import type { Api } from '../../contract/calls.ts'
import type { EvidenceInput } from '../../contract/evidence.ts'
import { maskOf } from '../redaction/redact.ts'
import { evidenceText } from '../evidence/evidence.ts'
import { evidenceFileName } from '../evidence/file-name.ts'
import type { EvidenceSubject } from '../evidence/subject.ts'
import { withoutBearer } from '../token/decode/decode.ts'
import { errorMessage } from '../error-message.ts'
import { type CallContext, type CoreContext, findEnvironment } from '../environment/current-environment.ts'
import { allSecrets } from '../flow/shared-secrets.ts'
import { resolveToken } from '../flow/resolve-token.ts'

/** Makes a summary of a token for a ticket. */
export function evidenceCalls(core: CoreContext): Pick<Api<CallContext>, 'copyEvidence' | 'saveEvidence'> {
  const { ports } = core
  return {
    copyEvidence: async (input) => {
      const made = await make(core, input)
      if (made === null) return gone
      ports.copyText(made.text)
      return null
    },

    saveEvidence: async (input) => {
      const made = await make(core, input)
      if (made === null) return { kind: 'failed', message: gone }
      try {
        const path = await ports.saveFile(made.fileName, made.text)
        return path === null ? { kind: 'cancelled' } : { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', message: errorMessage(error) }
      }
    },
  }
}

const gone = 'The token is not there any more.'

async function make(core: CoreContext, input: EvidenceInput): Promise<{ text: string; fileName: string } | null> {
  const subject = subjectOf(core, input)
  if (subject === null) return null
  const { values, unreadable } = await allSecrets(core)
  const mask = maskOf([...values, ...secretsInMemory(core, input)])
  const text = evidenceText(subject, input.format, { mask, unreadable: unreadable.length })
  const fileName = evidenceFileName(subject.environment && subject.environment.name, subject.madeAt, input.format)
  return { text, fileName }
}

function subjectOf(
  core: CoreContext,
  { token, environmentId, verification, introspection }: EvidenceInput,
): EvidenceSubject | null {
  const { ports } = core
  const referred = resolveToken(core, token)
  if (referred === null) return null
  const { accessToken, decoded, held } = referred
  const judgedBy = environmentId ?? held?.environmentId ?? null
  const exchangeOf = (id: string | null) => (id === null ? null : ports.workspace.exchanges.get(id))
  return {
    accessToken: withoutBearer(accessToken),
    decoded,
    origin: token.kind,
    held,
    environment: judgedBy === null ? null : (findEnvironment(core, judgedBy)?.value ?? null),
    verification,
    introspection,
    exchange: exchangeOf(held && held.exchangeId),
    introspectionExchange: exchangeOf(
      introspection === null || introspection.kind === 'not_sent' ? null : introspection.exchangeId,
    ),
    version: ports.version,
    runtime: ports.runtime,
    madeAt: ports.now(),
  }
}

/** Those of the sandbox, and the tokens that were held before. */
function secretsInMemory(core: CoreContext, { token, environmentId }: EvidenceInput): string[] {
  const ids = [environmentId, token.kind === 'pasted' ? null : token.environmentId].filter((id) => id !== null)
  return [
    ...ids.flatMap((id) => Object.values(findEnvironment(core, id)?.secrets ?? {})),
    ...Array.from(core.session.previousTokens.values(), ({ accessToken }) => accessToken),
  ].filter((secret) => secret !== '')
}
