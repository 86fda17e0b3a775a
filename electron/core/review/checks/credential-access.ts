import { hasClientCertificate } from '../../../common/endpoints.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { HeldSecret, ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere } from '../check.ts'
import { credentialOf, fieldOf } from '../parts/credential.ts'

/** Who has the credentials cannot be seen, but for files that everybody may read, and secrets that nothing here needs. */
export const credentialAccess: ReviewCheck = {
  name: 'credential_access',
  look: (kase) => {
    const [first, ...others] = [...openFiles(kase), ...unused(kase)]
    return first === undefined ? [judged('access_not_visible', [])] : [first, ...others]
  },
}

function openFiles({ secrets, settings }: ReviewCase): Judged[] {
  const open = secrets.filter(({ fileReadableBy }) => fileReadableBy === 'everyone')
  const [first] = open
  if (first === undefined) return []
  const seen = open.map(({ name }) => seenHere('setting', fieldOf(name, settings), 'everyone'))
  return [judged('credential_file_open', seen, { secrets: namesOf(open), field: fieldOf(first.name, settings) })]
}

/** Stored, and good for a login that the settings do not use. */
function unused({ secrets, settings }: ReviewCase): Judged[] {
  const kept = secrets.filter(({ name, source }) => source === 'stored' && !isUsed(name, settings))
  if (kept.length === 0) return []
  const method = settings.token_endpoint_auth_method
  const seen = [
    ...kept.map(({ name, source }) => seenHere('setting', name, source)),
    seenHere('setting', 'token_endpoint_auth_method', method),
  ]
  return [judged('credential_unused', seen, { secrets: namesOf(kept), method })]
}

function isUsed(name: HeldSecret['name'], settings: EnvironmentInput): boolean {
  switch (name) {
    case 'client_secret': {
      const { authentication } = settings.introspection
      return credentialOf(settings) === name || authentication.startsWith('client_secret')
    }
    case 'private_key':
      return credentialOf(settings) === name
    case 'client_certificate_key':
      return hasClientCertificate(settings)
    default:
      return true
  }
}

const namesOf = (secrets: readonly HeldSecret[]): string => secrets.map(({ name }) => name).join(' ')
