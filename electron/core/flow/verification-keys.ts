import { newEnvironment } from '../../contract/new-environment.ts'
import { checkSentence } from '../../wording/checks.ts'
import type { FieldProblem, Finding } from '../../contract/finding.ts'
import { httpUrlSchema } from '../../contract/url.ts'
import type { Check, KeySource, KeysUsed } from '../../contract/verification.ts'
import { isExposed } from '../oauth/loopback.ts'
import { readKeyMaterial } from '../token/keys/read-key-material.ts'
import { readSharedSecret } from '../token/keys/read-shared-secret.ts'
import type { Keys } from '../token/verify/verify.ts'
import { type Desk, type Subject, subjectOf } from '../environment/desk.ts'
import type { KeySetPlace } from './key-sets.ts'
import { noClientSecret, notReady, type Ready } from '../environment/problems.ts'
import { withSecrets } from '../environment/reading-secrets.ts'

/** Keys that are at hand, or the place of a set that has to be looked up. */
export type GivenKeys =
  | { kind: 'at_hand'; keys: Keys; used: KeysUsed | null; findings: readonly Finding[] }
  | { kind: 'set'; source: 'jwks' | 'url'; place: KeySetPlace; fresh: boolean }

/** Reads what a person wants to verify with; fetches nothing yet. A token has no say in it. */
export async function givenKeys(
  desk: Desk,
  subject: Subject | null,
  source: KeySource,
  signal: AbortSignal,
): Promise<Ready<GivenKeys>> {
  switch (source.kind) {
    case 'jwks':
      return { ok: true, value: subject === null ? noKeys : keysOfServer(subject, source.fresh) }
    case 'url':
      return placeOf(desk, subject, source)
    case 'key': {
      const material = await readKeyMaterial(source.text)
      if (material.kind === 'none') return notReady({ field: 'keys.text', message: sentenceOf(material) })
      const { findings } = material
      const used = locally('key', material.keys.keys.length)
      return { ok: true, value: { kind: 'at_hand', keys: { ...material, findings: [] }, used, findings } }
    }
    case 'secret': {
      const read = readSharedSecret(source.text, source.encoding)
      return read.ok ? secretKey('secret', read.value) : notReady({ field: 'keys.text', message: read.message })
    }
    case 'client_secret': {
      if (subject === null) return notReady(noEnvironment)
      const read = await withSecrets(desk, subject, ['client_secret'], signal)
      if (!read.ok) return read
      const { client_secret = '' } = read.value.secrets
      return client_secret === '' ? notReady(noClientSecret) : secretKey('client_secret', Buffer.from(client_secret))
    }
  }
}

/** The key set that the authorization server of an environment publishes. */
export function keysOfServer(subject: Subject, fresh = false): GivenKeys {
  const url = subject.value.jwks_uri
  if (url === '') return none('jwks_uri_missing')
  return isExposed(url) ? none('keys_in_clear') : { kind: 'set', source: 'jwks', place: { subject, url }, fresh }
}

/** An address that a person agreed to. It is no server of the environment: its certificate is not presented there. */
function placeOf(
  desk: Desk,
  subject: Subject | null,
  { url, fresh }: Extract<KeySource, { kind: 'url' }>,
): Ready<GivenKeys> {
  const parsed = httpUrlSchema.safeParse(url)
  if (!parsed.success) {
    return notReady({ field: 'keys.url', message: parsed.error.issues[0]?.message ?? 'Enter a URL.' })
  }
  if (isExposed(parsed.data)) return notReady({ field: 'keys.url', message: neverInClear })
  const asker = subject === null ? subjectOf(desk, null, newEnvironment) : withoutCertificate(subject)
  return { ok: true, value: { kind: 'set', source: 'url', place: { subject: asker, url: parsed.data }, fresh } }
}

function withoutCertificate(subject: Subject): Subject {
  const { clientCertificate } = newEnvironment.network
  const network = { ...subject.value.network, clientCertificate }
  return { ...subject, value: { ...subject.value, network } }
}

/** For what has no signature that a key could verify. */
export const noKeys = none('keys_not_given')

function none(reason: string): GivenKeys {
  return { kind: 'at_hand', keys: { kind: 'none', reason }, used: null, findings: [] }
}

function secretKey(source: 'secret' | 'client_secret', secret: Uint8Array): Ready<GivenKeys> {
  const keys = { kind: 'secret', secret } as const
  return { ok: true, value: { kind: 'at_hand', keys, used: locally(source, 1), findings: [] } }
}

const locally = (source: KeysUsed['source'], count: number): KeysUsed => ({
  source,
  url: null,
  fetchedAt: null,
  fetch: 'none',
  count,
})

function sentenceOf({ reason, evidence }: Pick<Check, 'reason' | 'evidence'>): string {
  const check: Check = { name: 'signature', result: 'not_possible', reason, evidence }
  const sentence = checkSentence(check)
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`.replace(/[.]{2}$/, '.')
}

const neverInClear = 'Keys that come over http could be anybody’s. Enter an https:// address, or one of this computer.'
const noEnvironment: FieldProblem = {
  field: 'environmentId',
  message: 'Choose the environment whose client secret is meant.',
}
