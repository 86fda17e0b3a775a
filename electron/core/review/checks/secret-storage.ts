import type { EnvironmentInput } from '../../../contract/environment.ts'
import { assertNever } from '../../../common/assert-never.ts'
import type { HeldSecret, ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere } from '../check.ts'
import { credentialOf, fieldOf, heldCredential, secretOf } from '../parts/credential.ts'

type Kept = 'encrypted' | 'manager' | 'variable' | 'file' | 'ignored_file' | 'not_kept'

/** Where secrets are kept, and whether they may be committed with a repository from there. */
export const secretStorage: ReviewCheck = {
  name: 'secret_storage',
  look: (kase) => {
    const held = kase.secrets.filter(({ source }) => source !== 'none')
    const inFiles = (wanted: HeldSecret['git']) => held.filter(({ source, git }) => source === 'file' && git === wanted)
    const [first, ...others] = [
      ...ofFiles('secret_committed', inFiles('tracked'), kase.settings),
      ...ofFiles('secret_in_repository', inFiles('untracked'), kase.settings),
      ...ofFiles('secret_file_not_seen', inFiles(null), kase.settings),
      ...missing(kase),
      ...passed(kase, held),
    ]
    return first === undefined ? [judged('no_secret_used', [])] : [first, ...others]
  },
}

function ofFiles(
  code: 'secret_committed' | 'secret_in_repository' | 'secret_file_not_seen',
  held: readonly HeldSecret[],
  settings: EnvironmentInput,
): Judged[] {
  const [first] = held
  if (first === undefined) return []
  const seen = held.map(({ name }) => seenHere('setting', fieldOf(name, settings), fileName(name, settings)))
  return [judged(code, seen, { secrets: namesOf(held), field: fieldOf(first.name, settings) })]
}

/** What the client authenticates with is not there. What else is not there may not be needed, such as a passphrase. */
function missing(kase: ReviewCase): Judged[] {
  const credential = credentialOf(kase.settings)
  if (credential === null || heldCredential(credential, kase) !== null) return []
  const secrets = secretOf(credential)
  return [judged('secret_not_set', [], { secrets, field: fieldOf(secrets, kase.settings) })]
}

/** One finding for each way of keeping them: first that of what the client authenticates with. */
function passed(kase: ReviewCase, held: readonly HeldSecret[]): Judged[] {
  const credential = credentialOf(kase.settings)
  const own = held.filter(({ name }) => name === credential)
  const ways = new Map<Kept, HeldSecret[]>()
  for (const secret of [...own, ...held.filter(({ name }) => name !== credential)]) {
    const way = keptBy(secret)
    if (way !== null) ways.set(way, [...(ways.get(way) ?? []), secret])
  }
  return [...ways].map(([way, secrets]) => keptWell(way, secrets, kase))
}

/** Null for what is not there, and for a file that is said already. */
function keptBy({ source, git }: HeldSecret): Kept | null {
  switch (source) {
    case 'stored':
      return 'encrypted'
    case 'session':
    case 'ask':
      return 'not_kept'
    case 'environment_variable':
      return 'variable'
    case 'file':
      return git === 'none' ? 'file' : git === 'ignored' ? 'ignored_file' : null
    case 'vault':
    case 'aws_secrets_manager':
    case 'azure_key_vault':
      return 'manager'
    case 'none':
      return null
    default:
      return assertNever(source)
  }
}

function keptWell(way: Kept, held: readonly HeldSecret[], { protection, settings }: ReviewCase): Judged {
  const secrets = namesOf(held)
  const seen = held.map(({ name, source }) =>
    seenHere('setting', fieldOf(name, settings), source === 'file' ? fileName(name, settings) : source),
  )
  switch (way) {
    case 'encrypted':
      return judged('secrets_encrypted', seen, protection === null ? { secrets } : { secrets, protection })
    case 'manager':
      return judged('secrets_in_manager', seen, { secrets })
    case 'variable':
      return judged('secrets_from_variable', seen, { secrets })
    case 'file':
      return judged('secrets_in_file', seen, { secrets })
    case 'ignored_file':
      return judged('secrets_in_ignored_file', seen, { secrets })
    case 'not_kept':
      return judged('secrets_not_kept', seen, { secrets })
    default:
      return assertNever(way)
  }
}

const namesOf = (secrets: readonly HeldSecret[]): string => secrets.map(({ name }) => name).join(' ')

/** Without its folder, which is about a person and not about the secret. */
function fileName(name: HeldSecret['name'], { assertion, dpop, network, secretSources }: EnvironmentInput): string {
  const source = secretSources[name]
  const files: Readonly<Record<string, string>> = {
    private_key: assertion.keyFile,
    dpop_key: dpop.keyFile,
    client_certificate_key: network.clientCertificate.keyFile,
  }
  const path = source?.kind === 'file' ? source.path : (files[name] ?? '')
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? 'file'
}
