import type { ImportNote } from '../../../../contract/import-note.ts'
import type { SettingsFields } from '../../../../common/client-settings/client-settings.ts'
import { isMembers, memberNamed, type Members } from '../../../json/json-members.ts'
import type { DraftClient, DraftVariable } from '../../drafts/import-draft.ts'
import { listOf, textOf } from '../support/values.ts'
import type { WrittenAuth } from './environment-files.ts'
import { translated } from './http-variables.ts'

export interface AuthClients {
  /** By their names in the files. */
  clients: ReadonlyMap<string, DraftClient>
  /** Settings that differ among environments, as variables of each. */
  variables: ReadonlyMap<string, readonly DraftVariable[]>
  notes: readonly ImportNote[]
}

const members = {
  token_endpoint: 'Token URL',
  client_id: 'Client ID',
  client_secret: 'Client Secret',
  scope: 'Scope',
} as const
type Setting = keyof typeof members

/**
 * The clients of `Security.Auth`. One that several environments have is one client: what differs becomes a variable.
 * @see https://www.jetbrains.com/help/idea/oauth-2-0-authorization.html
 */
export function authClients(auths: readonly WrittenAuth[]): AuthClients {
  const clients = new Map<string, DraftClient>()
  const variables = new Map<string, DraftVariable[]>()
  const notes: ImportNote[] = []
  for (const [id, written] of Map.groupBy(auths, (auth) => auth.id)) {
    const other = otherKind(written)
    const [first] = written
    if (first === undefined) continue
    if (other !== null) {
      notes.push({ fact: other, place: first.place, call: '' })
      continue
    }
    const byEnvironment = Map.groupBy(written, (auth) => auth.environment)
    notes.push(...differing(byEnvironment))
    const valueOf = (setting: Setting): string => {
      const values = [...byEnvironment].map(([environment, parts]) => ({
        environment,
        value: valueIn(parts, members[setting]),
      }))
      const [one] = values
      if (one === undefined || values.every(({ value }) => value === one.value)) return one?.value ?? ''
      const name = `${id.replaceAll(/[^A-Za-z0-9_.-]/g, '_')}_${setting}`
      for (const { environment, value } of values) {
        const own = variables.get(environment) ?? []
        own.push({ name, value, secret: setting === 'client_secret' })
        variables.set(environment, own)
      }
      return `{{${name}}}`
    }
    const secret = valueOf('client_secret')
    clients.set(id, {
      name: id,
      place: first.place,
      settings: settingsOf(valueOf, written),
      secrets: secret === '' ? {} : { client_secret: secret },
    })
  }
  return { clients, variables, notes }
}

/** The value of a member, private ones first. */
function valueIn(parts: readonly WrittenAuth[], name: string): string {
  const found = parts.findLast((part) => textOf(memberNamed(part.members, name)) !== '')
  return found === undefined ? '' : translated(textOf(memberNamed(found.members, name)), new Set()).text
}

function otherKind(written: readonly WrittenAuth[]): ImportNote['fact'] | null {
  const said = (name: string): string => valueIn(written, name)
  const type = said('Type')
  if (type !== '' && type.toLowerCase() !== 'oauth2') return { code: 'other_authorization', evidence: { type } }
  const grant = said('Grant Type')
  return /^client[_ ]credentials$/i.test(grant) ? null : { code: 'other_grant', evidence: { grant } }
}

/** Of several environments the first says how the client authenticates and what it sends besides: no variable can be that. */
const ofFirst = (written: readonly WrittenAuth[]): readonly WrittenAuth[] =>
  written.filter(({ environment }) => environment === written[0]?.environment)

const methodOf = (parts: readonly WrittenAuth[]): 'client_secret_basic' | 'client_secret_post' | 'none' =>
  // IntelliJ sends them in the header where nothing is said.
  methods[valueIn(parts, 'Client Credentials').toLowerCase().replace(' ', '_')] ?? 'client_secret_basic'

/** What the other environments say otherwise. */
function differing(byEnvironment: ReadonlyMap<string, readonly WrittenAuth[]>): ImportNote[] {
  const [first = [], ...others] = byEnvironment.values()
  const [method, parameters] = [methodOf(first), JSON.stringify(parametersOf(first))]
  return others.flatMap((parts) => {
    const names = [
      ...(methodOf(parts) === method ? [] : ['Client Credentials']),
      ...(JSON.stringify(parametersOf(parts)) === parameters ? [] : ['Custom Request Parameters']),
    ]
    const [part] = parts
    return part === undefined
      ? []
      : names.map((name) => ({ fact: { code: 'not_used' as const, evidence: { name } }, place: part.place, call: '' }))
  })
}

function settingsOf(valueOf: (setting: Setting) => string, written: readonly WrittenAuth[]): SettingsFields {
  const parameters = parametersOf(ofFirst(written))
  const of = (name: string): string[] => parameters.filter((one) => one.name === name).map(({ value }) => value)
  const [audience = ''] = of('audience')
  const resource = of('resource')
  const others = parameters.filter(({ name }) => name !== 'audience' && name !== 'resource')
  const scope = valueOf('scope')
  return {
    token_endpoint: valueOf('token_endpoint'),
    client_id: valueOf('client_id'),
    token_endpoint_auth_method: methodOf(ofFirst(written)),
    ...(scope === '' ? {} : { scope }),
    ...(audience === '' ? {} : { audience }),
    ...(resource.length === 0 ? {} : { resource }),
    ...(others.length === 0 ? {} : { parameters: others }),
  }
}

const methods: Readonly<Record<string, 'client_secret_basic' | 'client_secret_post' | 'none'>> = {
  basic: 'client_secret_basic',
  in_body: 'client_secret_post',
  none: 'none',
}

/** `"audience": "…"`, `"resource": ["…"]`, or `{ "Value": "…", "Use": "In Token Request" }`. */
function parametersOf(parts: readonly WrittenAuth[]): { name: string; value: string }[] {
  const found = parts.map((part): Members => {
    const custom = memberNamed(part.members, 'Custom Request Parameters')
    return isMembers(custom) ? custom : {}
  })
  return found.flatMap((custom) =>
    Object.entries(custom).flatMap(([name, value]) => {
      const said = isMembers(value) ? memberNamed(value, 'Value') : value
      const use = isMembers(value) ? textOf(memberNamed(value, 'Use')) : ''
      if (/^in auth request$/i.test(use)) return []
      const values = Array.isArray(said) ? listOf(said) : [said]
      return values
        .map((one) => translated(textOf(one), new Set()).text)
        .filter((one) => one !== '')
        .map((one) => ({ name, value: one }))
    }),
  )
}
