import type { Api } from '../../contract/calls.ts'
import type { EvidenceInput } from '../../contract/evidence.ts'
import { maskOf } from '../redaction/redact.ts'
import { evidenceText } from '../evidence/evidence.ts'
import { evidenceFileName } from '../evidence/file-name.ts'
import type { EvidenceSubject } from '../evidence/subject.ts'
import { withoutBearer } from '../token/decode/decode.ts'
import { wordsOf } from '../error-message.ts'
import { type CallContext, type Desk, findSubject } from '../environment/desk.ts'
import { allSecrets } from '../flow/shared-secrets.ts'
import { tokenOf } from '../flow/resolve-token.ts'

/** Makes a summary of a token for a ticket. */
export function evidenceCalls(desk: Desk): Pick<Api<CallContext>, 'copyEvidence' | 'saveEvidence'> {
  const { ports } = desk
  return {
    copyEvidence: async (input) => {
      const made = await make(desk, input)
      if (made === null) return gone
      ports.copyText(made.text)
      return null
    },

    saveEvidence: async (input) => {
      const made = await make(desk, input)
      if (made === null) return { kind: 'failed', message: gone }
      try {
        const path = await ports.saveFile(made.fileName, made.text)
        return path === null ? { kind: 'cancelled' } : { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', message: wordsOf(error) }
      }
    },
  }
}

const gone = 'The token is not there any more.'

async function make(desk: Desk, input: EvidenceInput): Promise<{ text: string; fileName: string } | null> {
  const subject = subjectOf(desk, input)
  if (subject === null) return null
  const { values, unreadable } = await allSecrets(desk)
  const mask = maskOf([...values, ...secretsInMemory(desk, input)])
  const text = evidenceText(subject, input.format, { mask, unreadable: unreadable.length })
  const fileName = evidenceFileName(subject.environment && subject.environment.name, subject.madeAt, input.format)
  return { text, fileName }
}

function subjectOf(
  desk: Desk,
  { token, environmentId, verification, introspection }: EvidenceInput,
): EvidenceSubject | null {
  const { ports } = desk
  const referred = tokenOf(desk, token)
  if (referred === null) return null
  const { accessToken, decoded, held } = referred
  const judgedBy = environmentId ?? held?.environmentId ?? null
  const exchangeOf = (id: string | null) => (id === null ? null : ports.workspace.exchanges.get(id))
  return {
    accessToken: withoutBearer(accessToken),
    decoded,
    origin: token.kind,
    held,
    environment: judgedBy === null ? null : (findSubject(desk, judgedBy)?.value ?? null),
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
function secretsInMemory(desk: Desk, { token, environmentId }: EvidenceInput): string[] {
  const ids = [environmentId, token.kind === 'pasted' ? null : token.environmentId].filter((id) => id !== null)
  return [
    ...ids.flatMap((id) => Object.values(findSubject(desk, id)?.secrets ?? {})),
    ...Array.from(desk.session.previousTokens.values(), ({ accessToken }) => accessToken),
  ].filter((secret) => secret !== '')
}
