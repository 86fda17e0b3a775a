import { hostOf } from '../../../electron/common/host-of.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { issuerMatches } from './issuer-matches.ts'

type Named = Pick<EnvironmentSummary, 'id' | 'name' | 'issuer'>

interface Group {
  group: string
  items: { value: string; label: string }[]
}

export interface IntrospectionChoices {
  /** What to choose from, the likely ones first. */
  groups: readonly Group[]
  /** The likely one; null where nothing in the token says which. */
  likely: string | null
}

/** Whose server may be asked about a token: those with its issuer come first, then those at the same host. */
export function introspectionChoices(issuer: string | null, environments: readonly Named[]): IntrospectionChoices {
  const same = issuer === null ? [] : issuerMatches(issuer, environments).exact
  const host = issuer === null ? '' : hostOf(issuer).toLowerCase()
  const atHost = environments.filter(
    (one) => !same.includes(one) && host !== '' && hostOf(one.issuer).toLowerCase() === host,
  )
  const others = environments.filter((one) => !same.includes(one) && !atHost.includes(one))
  const groups = [
    { group: 'Same issuer', of: same },
    { group: 'Same host', of: atHost },
    { group: issuer === null ? 'Environments' : 'Other issuers', of: others },
  ]
  return {
    groups: groups
      .filter(({ of }) => of.length > 0)
      .map(({ group, of }) => ({ group, items: of.map((one) => ({ value: one.id, label: labelOf(one) })) })),
    likely: same[0]?.id ?? atHost[0]?.id ?? null,
  }
}

const labelOf = ({ name, issuer }: Named): string => (issuer === '' ? name : `${name} · ${hostOf(issuer)}`)
