import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { visible } from '../../../electron/common/visible.ts'
import { issuerMatches, issuerOfToken } from './issuer-matches.ts'
import { UnknownIssuer } from './UnknownIssuer.tsx'

interface Props {
  decoded: DecodedToken
  environments: readonly EnvironmentSummary[]
  /** The one that is chosen already, or null. */
  environmentId: string | null
  isPending: boolean
  onVerifyBy: (environmentId: string) => void
  onVerifyWithKeysOf: (jwksUri: string) => void
}

/** Who issued the token, by its own word, and the environment that knows this issuer. */
export function IssuerOffer({
  decoded,
  environments,
  environmentId,
  isPending,
  onVerifyBy,
  onVerifyWithKeysOf,
}: Props) {
  const issuer = issuerOfToken(decoded)
  if (environmentId !== null) return null
  if (issuer === null) {
    return (
      <Text size="sm" className="panel">
        The token names no issuer, so nothing says whose keys it is to be verified with.
      </Text>
    )
  }
  const { exact, almost } = issuerMatches(issuer, environments)
  if (exact.length > 0) return <KnownIssuer matches={exact} isPending={isPending} onVerifyBy={onVerifyBy} />
  return (
    <>
      {almost.map(({ id, name, issuer: configured }) => (
        <Group key={id} className="panel" gap={8} justify="space-between" wrap="nowrap">
          <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
            Almost the issuer of “{visible(name)}”: the token says {visible(issuer)}, configured is {configured}.
            Issuers must match exactly.
          </Text>
          <Button variant="default" style={{ flexShrink: 0 }} disabled={isPending} onClick={() => onVerifyBy(id)}>
            Verify with it
          </Button>
        </Group>
      ))}
      <UnknownIssuer key={issuer} issuer={issuer} isPending={isPending} onVerifyWithKeysOf={onVerifyWithKeysOf} />
    </>
  )
}

function KnownIssuer({
  matches,
  isPending,
  onVerifyBy,
}: { matches: readonly EnvironmentSummary[] } & Pick<Props, 'isPending' | 'onVerifyBy'>) {
  const [chosen, setChosen] = useState<string | null>(null)
  const match = matches.find(({ id }) => id === chosen) ?? matches[0]
  if (match === undefined) return null
  return (
    <Group className="panel" gap={8} justify="space-between" wrap="nowrap" align="flex-end">
      {matches.length === 1 ? (
        <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
          This token’s issuer is that of “{visible(match.name)}”.
        </Text>
      ) : (
        <Stack gap={4} flex={1} miw={0}>
          <Text size="sm">This token’s issuer is that of {matches.length} environments.</Text>
          <NativeSelect
            aria-label="Environments with this issuer"
            value={match.id}
            data={matches.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        </Stack>
      )}
      <Button style={{ flexShrink: 0 }} disabled={isPending} onClick={() => onVerifyBy(match.id)}>
        Verify with it
      </Button>
    </Group>
  )
}
