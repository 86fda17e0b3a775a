import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { assertNever } from '../../../electron/contract/assert-never.ts'
import type { DiscoveryOutcome, Metadata } from '../../../electron/contract/outcome.ts'
import { useAction } from '../../queries/action.ts'
import { Findings } from '../../ui/Findings.tsx'
import { CallFailed, NotSent, Unreachable } from '../../ui/Problem.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import type { FormValues } from './form-values.ts'

type Found = Partial<
  Pick<FormValues, 'issuer' | 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint' | 'jwks_uri'>
>

/** The issuer field with "Discover" beside it; what is found is put into the form, to be looked at and saved. */
export function Discovery({
  environmentId,
  issuer,
  onMetadata,
  children,
}: {
  environmentId: string | null
  issuer: string
  onMetadata: (found: Found) => void
  children: ReactNode
}) {
  const discover = useAction('discover', environmentId ?? 'new')
  const { outcome, error, pendingSince } = discover
  return (
    <Stack gap={6}>
      <Group align="flex-end" gap={8} wrap="nowrap">
        {children}
        <Button
          variant="default"
          disabled={pendingSince !== null}
          onClick={() => discover.run({ environmentId, issuer })}
        >
          Discover
        </Button>
      </Group>
      {pendingSince === null ? null : (
        <Waiting since={pendingSince} what="Reading metadata" onCancel={discover.cancel} />
      )}
      {error === null ? null : <CallFailed error={error} />}
      {outcome === null || pendingSince !== null ? null : (
        <Answer
          outcome={outcome}
          onUse={(found) => {
            onMetadata(found)
            discover.forget()
          }}
        />
      )}
    </Stack>
  )
}

function Answer({ outcome, onUse }: { outcome: DiscoveryOutcome; onUse: (found: Found) => void }) {
  switch (outcome.kind) {
    case 'found':
      return (
        <Stack gap={6} className="panel">
          <Group justify="space-between">
            <Text size="sm">Found at {outcome.url}</Text>
            <Button onClick={() => onUse(endpointsOf(outcome.metadata))}>Use these endpoints</Button>
          </Group>
          <Findings findings={outcome.findings} />
        </Stack>
      )
    case 'nonconformant': {
      const published = outcome.findings.find(({ code }) => code === 'issuer_mismatch')?.evidence['published']
      return (
        <Stack gap={6}>
          <Findings findings={outcome.findings} />
          {published?.startsWith('http') ? (
            <Button variant="default" w="fit-content" onClick={() => onUse({ issuer: published })}>
              Use {published} as issuer
            </Button>
          ) : null}
        </Stack>
      )
    }
    case 'unreachable':
      return <Unreachable failure={outcome.failure} />
    case 'not_sent':
      return <NotSent problems={outcome.problems} href={null} />
    default:
      return assertNever(outcome)
  }
}

function endpointsOf(metadata: Metadata): Found {
  const { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri } = metadata
  return {
    issuer,
    ...(token_endpoint !== null && { token_endpoint }),
    ...(introspection_endpoint !== null && { introspection_endpoint }),
    ...(revocation_endpoint !== null && { revocation_endpoint }),
    ...(jwks_uri !== null && { jwks_uri }),
  }
}
