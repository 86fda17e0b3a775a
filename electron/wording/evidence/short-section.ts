import { verdictSentence } from '../checks.ts'
import type { IntrospectionOutcome } from '../../contract/outcome.ts'
import { factsOf, type Section, sectionOf } from './document.ts'
import { lifetimeStatus } from './lifetime-section.ts'
import type { EvidenceSubject } from './subject.ts'

/** What a person wants to know first. */
export function shortSection(subject: EvidenceSubject): Section[] {
  const { verification, introspection } = subject
  return sectionOf('In short', [
    factsOf([
      ['Lifetime', lifetimeStatus(subject)],
      ['Verification', verification === null ? 'not done' : verdictSentence(verification)],
      ['Introspection', introspection === null ? 'not done' : answers[introspection.kind]],
    ]),
  ])
}

const answers: Readonly<Record<IntrospectionOutcome['kind'], string>> = {
  active: 'active',
  inactive: 'not active',
  refused: 'refused',
  nonconformant: 'the answer does not follow the standard',
  unreachable: 'no answer',
  not_sent: 'not sent',
}
