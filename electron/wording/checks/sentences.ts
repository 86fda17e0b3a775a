import type { checks } from '../../catalogue/checks.ts'
import type { CheckWriters } from './writer.ts'
import { claimSentences } from './claims.ts'
import { encryptionSentences } from './encryption.ts'
import { keySentences } from './keys.ts'
import { openedSentences } from './opened.ts'
import { profileSentences } from './profile.ts'
import { signatureSentences } from './signature.ts'
import type { CheckReason } from '../../contract/check-reasons.ts'
import type { Check } from '../../contract/verification.ts'

const sentences: CheckWriters<typeof checks> = {
  ...signatureSentences,
  ...keySentences,
  ...encryptionSentences,
  ...claimSentences,
  ...profileSentences,
  ...openedSentences,
}

const isKnown = (reason: string): reason is CheckReason => Object.hasOwn(sentences, reason)

/** The sentence of a reason whose evidence comes by name; in the evidence of a finding it is a text like any other. */
export function checkWords(reason: string, evidence: (name: string) => string): string {
  return isKnown(reason) ? sentences[reason](evidence) : reason
}

/** What a person reads of a check, without its title. */
export function checkSentence({ reason, evidence }: Pick<Check, 'reason' | 'evidence'>): string {
  // What is blank is written as what is empty: it shows nothing either.
  return checkWords(reason, (name) => (evidence[name]?.trim() ? evidence[name] : ''))
}
