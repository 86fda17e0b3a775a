import type { ExportOptions, SharingKeys } from '../../../../electron/contract/sharing.ts'
import { passphraseMinimum } from '../../../../electron/vocabulary/limits.ts'
import type { ExportDraft } from '../../../queries/exporting.ts'

type Complete = { ok: true; options: ExportOptions } | { ok: false; missing: string }

/**
 * The export that is meant, in the order of the sidebar and without what has gone meanwhile; or what is missing. `known`
 * are the environments that can be exported.
 */
export function exportOptions(draft: ExportDraft, known: readonly string[], keys: SharingKeys | null): Complete {
  const chosen = new Set(draft.environmentIds)
  const environmentIds = known.filter((id) => chosen.has(id))
  if (environmentIds.length === 0) return { ok: false, missing: 'Choose an environment.' }
  if (draft.format !== 'explorer') return { ok: true, options: { format: draft.format, environmentIds } }
  const secrets = carried(draft, keys)
  if (typeof secrets === 'string') return { ok: false, missing: secrets }
  const own = keys?.own ?? null
  if (draft.sign && own === null) return { ok: false, missing: 'Create keys to sign with, or do not sign.' }
  return { ok: true, options: { format: draft.format, environmentIds, secrets, sign: draft.sign } }
}

function carried({ carry, recipients, passphrase }: ExportDraft, keys: SharingKeys | null) {
  switch (carry) {
    case 'none':
      return { kind: carry }
    case 'recipients': {
      const known = new Set(recipientsOf(keys).map(({ recipient }) => recipient))
      const chosen = recipients.filter((recipient) => known.has(recipient))
      return chosen.length === 0 ? 'Choose a recipient.' : { kind: carry, recipients: chosen }
    }
    case 'passphrase':
      return passphrase.length >= passphraseMinimum
        ? { kind: carry, passphrase }
        : `The passphrase needs at least ${passphraseMinimum} characters.`
  }
}

/** Everyone that secrets can be encrypted to; oneself first. */
export function recipientsOf(keys: SharingKeys | null): SharingKeys['recipients'] {
  if (keys === null) return []
  const { own, recipients } = keys
  if (own === null) return recipients
  const { name, recipient, recipientFingerprint: fingerprint } = own
  return [{ name: `${name} (you)`, recipient, fingerprint }, ...recipients]
}
