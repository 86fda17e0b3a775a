import type { ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import { isMembers, memberNamed, type Members } from '../../../json/json-members.ts'
import type { DraftVariable, VariableSet } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { textOrJson } from '../support/values.ts'
import { translated } from './http-variables.ts'

const settingsMember = 'rest-client.environmentVariables'

/** Levels of values within values that names lead to. */
const deepest = 5

/** Names of authorizations of an environment, with what was said of them. */
export interface WrittenAuth {
  id: string
  members: Members
  environment: string
  place: ImportPlace
  isPrivate: boolean
}

export interface Environments {
  /** Of all environments. */
  shared: readonly DraftVariable[]
  sets: readonly VariableSet[]
  auths: readonly WrittenAuth[]
  notes: readonly ImportNote[]
}

const named = /(?:^|[/\\])(?:http-client|rest-client)(?:\.private)?\.env\.json(?:\.user)?$|\.http-client\.env\.json$/i

const ofHttpyac = /(?:^|[/\\])(?:\.httpyacrc|\.httpyac(?:\.json)?|httpyac\.config\.json)$/i

/** Whether a file has the environments of .http files; one without a name by what is in it. */
export function isEnvironmentFile(file: ParsedFile): boolean {
  if (named.test(file.path)) return isMembers(file.value)
  if (ofHttpyac.test(file.path)) return isMembers(file.value) && isMembers(memberNamed(file.value, 'environments'))
  if (file.text.includes(`"${settingsMember}"`)) return isMembers(environmentsIn(file))
  if (file.path !== '' || !isMembers(file.value)) return false
  const environments = Object.values(file.value)
  return (
    environments.length > 0 && environments.every((one) => isMembers(one) && isMembers(memberNamed(one, 'Security')))
  )
}

function environmentsIn({ path, value }: ParsedFile): unknown {
  const member = ofHttpyac.test(path) ? 'environments' : settingsMember
  const settings = isMembers(value) ? memberNamed(value, member) : undefined
  return settings ?? value
}

/** The environments of these files, of which each has the public ones first: private values are secrets. */
export function environmentsOfFiles(files: readonly ParsedFile[]): Environments {
  const sets = new Map<string, { place: ImportPlace; variables: Map<string, DraftVariable> }>()
  const auths: WrittenAuth[] = []
  const notes: ImportNote[] = []
  for (const file of files.toSorted((a, b) => Number(isPrivate(a)) - Number(isPrivate(b)))) {
    const environments = environmentsIn(file)
    if (!isMembers(environments)) continue
    for (const [name, members] of Object.entries(environments)) {
      if (!isMembers(members)) continue
      const place = file.at(name)
      const set = sets.get(name) ?? { place, variables: new Map<string, DraftVariable>() }
      sets.set(name, set)
      for (const [member, value] of Object.entries(members)) {
        if (member === 'Security') for (const one of authsOf(value, name, file)) auths.push(one)
        else if (isMembers(value) && memberNamed(value, 'Type') === 'OAuth2')
          auths.push({
            id: member,
            members: value,
            environment: name,
            place: file.at(name, member),
            isPrivate: isPrivate(file),
          })
        else if (member === 'SSLConfiguration')
          notes.push({ fact: { code: 'not_used', evidence: { name: member } }, place: file.at(name, member), call: '' })
        else addVariables(set.variables, { name: member, value, isSecret: isPrivate(file), depth: 0 })
      }
    }
  }
  const shared = sets.get('$shared')
  sets.delete('$shared')
  return {
    shared: [...(shared?.variables.values() ?? [])],
    sets: [...sets].map(([name, { place, variables }]) => ({ name, place, variables: [...variables.values()] })),
    auths,
    notes,
  }
}

const isPrivate = ({ path }: ParsedFile): boolean => /\.private\.env\.json$|\.json\.user$/i.test(path)

function authsOf(security: unknown, environment: string, file: ParsedFile): WrittenAuth[] {
  const auth = isMembers(security) ? memberNamed(security, 'Auth') : undefined
  if (!isMembers(auth)) return []
  return Object.entries(auth).flatMap(([id, members]) =>
    isMembers(members)
      ? [{ id, members, environment, place: file.at(environment, 'Security', 'Auth', id), isPrivate: isPrivate(file) }]
      : [],
  )
}

interface Named {
  name: string
  value: unknown
  isSecret: boolean
  depth: number
}

/** Members of members are variables by their names with a dot between. What Visual Studio asks a store for has no value here. */
function addVariables(variables: Map<string, DraftVariable>, { name, value, isSecret, depth }: Named): void {
  if (isMembers(value) && typeof memberNamed(value, 'provider') === 'string') {
    variables.set(name, { name, value: '', secret: true })
  } else if (isMembers(value) && depth < deepest) {
    for (const [member, inner] of Object.entries(value))
      addVariables(variables, { name: `${name}.${member}`, value: inner, isSecret, depth: depth + 1 })
  } else {
    variables.set(name, { name, value: translated(textOrJson(value), new Set()).text, secret: isSecret })
  }
}
