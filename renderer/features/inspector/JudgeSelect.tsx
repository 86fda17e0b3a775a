import { NativeSelect } from '@mantine/core'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { issuerMatches, issuerOfToken } from './issuer-matches.ts'

interface Props {
  decoded: DecodedToken
  environments: readonly EnvironmentSummary[]
  value: string | null
  onChange: (environmentId: string | null) => void
}

/** By which environment a token is judged; those with its issuer come first. */
export function JudgeSelect({ decoded, environments, value, onChange }: Props) {
  const issuer = issuerOfToken(decoded)
  const { exact, almost } = issuer === null ? { exact: [], almost: [] } : issuerMatches(issuer, environments)
  const others = environments.filter((environment) => !exact.includes(environment) && !almost.includes(environment))
  const groups = [
    { group: 'Same issuer', of: exact },
    { group: 'Almost the same issuer', of: almost },
    { group: 'Other issuers', of: others },
  ]
  return (
    <NativeSelect
      label="Environment"
      flex="1 1 260px"
      miw={0}
      value={value ?? ''}
      data={[
        { value: '', label: 'None' },
        ...groups
          .filter(({ of }) => of.length > 0)
          .map(({ group, of }) => ({ group, items: of.map(({ id, name }) => ({ value: id, label: name })) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}
