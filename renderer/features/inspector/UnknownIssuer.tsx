import { Button, Group, Stack, Text } from '@mantine/core'
import { problemSentence } from '../../../electron/wording/problems.ts'
import { assertNever } from '../../../electron/common/assert-never.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { DiscoveryOutcome } from '../../../electron/contract/outcome.ts'
import { useAction } from '../../queries/action.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Findings } from '../../ui/Findings.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { CallFailed, Problem, Unreachable } from '../../ui/Problem.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { issuerAddresses } from './issuer-addresses.ts'

interface Props {
  issuer: string
  isPending: boolean
  onVerifyWithKeysOf: (jwksUri: string) => void
}

/** An issuer that no environment has. Nothing is fetched before the person agrees to the addresses shown. */
export function UnknownIssuer({ issuer, isPending, onVerifyWithKeysOf }: Props) {
  const discover = useAction('discover', 'inspector')
  const { pendingSince, cancel } = discover
  const { outcome, error } = discover.input?.issuer === issuer ? discover : { outcome: null, error: null }
  const addresses = issuerAddresses(issuer)
  const ask = () => {
    const { stage, network } = newEnvironment
    discover.run({ environmentId: null, secrets: {}, issuer, stage, network })
  }
  return (
    <Stack className="panel" gap={8} role="group" aria-label="Unknown issuer">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        No environment has the issuer <b className="public-bytes">{visible(issuer)}</b>.{' '}
        {addresses.kind === 'refused' ? addresses.reason : null}
      </Text>
      {addresses.kind === 'addresses' && outcome?.kind !== 'found' ? (
        <Disclosure title="Get its keys from the issuer" open={false}>
          <Stack gap={8}>
            <Text size="sm">Its metadata names them. It is read from the first of these addresses that has it:</Text>
            <ol className="asked-addresses">
              {addresses.urls.map((url) => (
                <li key={url}>{visible(url)}</li>
              ))}
            </ol>
            <Group gap={8}>
              <Button variant="default" disabled={pendingSince !== null} onClick={ask}>
                Ask the issuer
              </Button>
              <Text size="xs" c="dimmed" flex={1}>
                The server sees your request, never the token. Its keys prove only that it made the token.
              </Text>
            </Group>
          </Stack>
        </Disclosure>
      ) : null}
      {pendingSince === null ? null : (
        <Waiting since={pendingSince} what="Reading metadata" progress={discover.progress} onCancel={cancel} />
      )}
      {error === null ? null : <CallFailed error={error} />}
      {outcome === null || pendingSince !== null ? null : (
        <Answer outcome={outcome} issuer={issuer} isPending={isPending} onVerifyWithKeysOf={onVerifyWithKeysOf} />
      )}
    </Stack>
  )
}

function Answer({ outcome, issuer, isPending, onVerifyWithKeysOf }: Props & { outcome: DiscoveryOutcome }) {
  switch (outcome.kind) {
    case 'found':
      return <Found found={outcome} issuer={issuer} isPending={isPending} onVerifyWithKeysOf={onVerifyWithKeysOf} />
    case 'none':
      return (
        <Problem tone="info" word="Information" title="No metadata there">
          <Text size="sm">
            It publishes none at any of these addresses. Ask the operator for the key, and paste that.
          </Text>
        </Problem>
      )
    case 'nonconformant':
      return <Findings findings={outcome.findings} />
    case 'unreachable':
      return <Unreachable failure={outcome.failure} />
    case 'not_sent':
      return (
        <Problem tone="warn" word="Warning" title="Nothing was sent">
          <Text size="sm">{visible(outcome.problems.map(problemSentence).join(' '))}</Text>
        </Problem>
      )
    default:
      return assertNever(outcome)
  }
}

function Found({
  found: { url, metadata },
  issuer,
  isPending,
  onVerifyWithKeysOf,
}: Props & { found: Extract<DiscoveryOutcome, { kind: 'found' }> }) {
  const { jwks_uri } = metadata
  if (jwks_uri === null) {
    return <Text size="sm">Its metadata at {visible(url)} names no jwks_uri, so it has no published keys.</Text>
  }
  const isElsewhere = new URL(jwks_uri).origin !== new URL(issuer).origin
  return (
    <Group gap={8} justify="space-between" wrap="nowrap" role="status">
      <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
        Its keys are at <b className="public-bytes">{visible(jwks_uri)}</b>
        {isElsewhere ? '. That is another place than the issuer’s: make sure that it belongs to it.' : '.'}
      </Text>
      <Button style={{ flexShrink: 0 }} disabled={isPending} onClick={() => onVerifyWithKeysOf(jwks_uri)}>
        Fetch keys and verify
      </Button>
    </Group>
  )
}
