import { checkTitles, resultWords, verdictSentence } from '../checks.ts'
import { checkSentence } from '../checks/sentences.ts'
import { profileSentence } from '../profile.ts'
import type { Check, KeysUsed, ProfileCheck } from '../../contract/verification.ts'
import { utc } from '../../common/utc.ts'
import { type Block, factsOf, type Section, sectionOf } from './document.ts'
import { findingsBlock } from './findings.ts'
import type { EvidenceSubject } from './subject.ts'

/** The verdict with every check, and the profile for access tokens as a separate group. */
export function verificationSections({ verification }: EvidenceSubject): Section[] {
  if (verification === null) return []
  const { checks, profile, keys, findings, checkedAt } = verification
  return [
    ...sectionOf('Verification', [
      factsOf([
        ['Verdict', verdictSentence(verification)],
        ['Checked', utc(checkedAt)],
        ...(keys === null ? [] : keyFacts(keys)),
      ]),
      checksTable(checks.map((check) => [checkTitles[check.name], check])),
      findingsBlock(findings),
    ]),
    ...(profile.length === 0
      ? []
      : sectionOf('Profile for access tokens, RFC 9068', [
          factsOf([['In short', profileSentence(verification)]]),
          checksTable(profile.map((check) => [check.name, check])),
        ])),
  ]
}

const sources: Readonly<Record<KeysUsed['source'], string>> = {
  jwks: 'the key set of the environment',
  url: 'a key set whose address was agreed to',
  key: 'a typed key',
  secret: 'a typed shared secret',
  client_secret: 'the client secret of the environment',
}

const fetches: Readonly<Record<KeysUsed['fetch'], string | null>> = {
  none: null,
  cached: 'kept from before',
  fetched: 'fetched for this',
  refetched: 'fetched again just now, because no cached key matched',
  cooling_down: 'not fetched again: the last fetch was a moment ago',
}

const keyFacts = ({ source, url, fetchedAt, fetch, count }: KeysUsed): [string, string | null][] => [
  ['Keys', `${sources[source]}, ${count} in all`],
  ['Fetched from', url],
  ['Fetched', fetchedAt === null ? null : utc(fetchedAt)],
  ['How', fetches[fetch]],
]

function checksTable(checks: readonly (readonly [title: string, check: Pick<ProfileCheck | Check, Judged>])[]): Block {
  return {
    kind: 'table',
    head: ['Check', 'Result', 'Reason'],
    rows: checks.map(([title, check]) => [title, resultWords[check.result], checkSentence(check)]),
  }
}

type Judged = 'result' | 'reason' | 'evidence'
