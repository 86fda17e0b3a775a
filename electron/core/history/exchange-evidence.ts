import type { ExchangeEvidenceInput } from '../../contract/evidence.ts'
import { exchangeEvidenceText } from '../evidence/evidence.ts'
import { exchangeEvidenceFileName } from '../evidence/file-name.ts'
import { type EvidenceDeps, maskingOf } from '../flow/make-evidence.ts'
import { recordedToken } from './recorded-token.ts'

/** A summary of one exchange for a ticket, without secrets; null when it is no longer recorded. */
export async function makeExchangeEvidence(
  deps: EvidenceDeps,
  { exchangeId, format }: ExchangeEvidenceInput,
): Promise<{ text: string; fileName: string } | null> {
  const { exchanges } = deps.workspace
  const exchange = exchanges.get(exchangeId)
  if (exchange === null) return null
  const conclusion = exchanges.conclusionOf(exchangeId)
  const madeAt = deps.now()
  const token = recordedToken(deps, exchange)?.token ?? null
  const { version, runtime } = deps
  const subject = { exchange, conclusion, token, version, runtime, madeAt }
  const text = exchangeEvidenceText(subject, format, await maskingOf(deps, [exchange.environmentId]))
  return { text, fileName: exchangeEvidenceFileName(conclusion?.environmentName ?? '', madeAt, format) }
}
