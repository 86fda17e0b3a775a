import { notesAbout } from '../../catalogue/providers.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Finding } from '../../contract/finding.ts'
import { finding } from '../finding.ts'

/** What is worth knowing of the provider before something is sent. */
export function providerNotes(value: EnvironmentInput): Finding[] {
  return notesAbout(value).map(({ id, severity, link }) =>
    finding('provider_note', { provider: value.provider, note: id, link }, { severity }),
  )
}
