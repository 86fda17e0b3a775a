import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import {
  bodyFormatSchema,
  type Environment,
  introspectionAuthenticationSchema,
  introspectionStyleSchema,
} from '../../../electron/contract/environment.ts'
import type { IntrospectionOutcome } from '../../../electron/contract/outcome.ts'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { hrefOf } from '../../place.ts'
import { useAction } from '../../queries/action.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { Findings } from '../../ui/Findings.tsx'
import { MembersTable } from '../../ui/Members.tsx'
import { NotSent } from '../../ui/NotSent.tsx'
import { CallFailed, Unreachable } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import type { Remedies } from '../../ui/remedies.ts'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

const { responseFormat } = introspectionStyleSchema.shape

export function IntrospectionTab({ environment, token }: { environment: Environment; token: HeldToken | null }) {
  const { id } = environment
  const introspect = useAction('introspectToken', id)
  const [style, setStyle] = useState(environment.introspection)
  const { pendingSince, outcome, error, again, forget } = introspect
  const remedies = useRemedies({ environmentId: id, verb: 'send', again, dismiss: forget })
  return (
    <Stack gap={14}>
      <Group align="flex-end" gap={8}>
        <NativeSelect
          label="Introspection authentication"
          data={[
            { value: 'client', label: 'As the client' },
            { value: 'client_secret_basic', label: 'Basic (client_secret_basic)' },
            { value: 'client_secret_post', label: 'Post (client_secret_post)' },
            { value: 'bearer_token_itself', label: 'Bearer: the token itself' },
            { value: 'none', label: 'None' },
          ]}
          value={style.authentication}
          onChange={(event) => {
            const authentication = introspectionAuthenticationSchema.parse(event.currentTarget.value)
            setStyle({ ...style, authentication })
          }}
        />
        <NativeSelect
          label="Body format"
          data={[
            { value: 'form', label: 'Form (standard)' },
            { value: 'json', label: 'JSON' },
          ]}
          value={style.bodyFormat}
          onChange={(event) => setStyle({ ...style, bodyFormat: bodyFormatSchema.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label="Response format"
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'jwt', label: 'Signed JWT (RFC 9701)' },
          ]}
          value={style.responseFormat}
          onChange={(event) => setStyle({ ...style, responseFormat: responseFormat.parse(event.currentTarget.value) })}
        />
        <Button disabled={pendingSince !== null} onClick={() => introspect.run({ environmentId: id, style })}>
          Introspect
        </Button>
        {pendingSince === null ? null : <Waiting since={pendingSince} what="Asking" onCancel={introspect.cancel} />}
      </Group>
      <Region name="Introspection response">
        {error === null ? null : <CallFailed error={error} />}
        {outcome === null ? (
          <Text size="sm" c="dimmed">
            {token === null
              ? 'There is no token yet. Request one, then ask the authorization server what it knows of it.'
              : 'Introspection asks the authorization server whether the token is active, and what it stands for.'}
          </Text>
        ) : (
          <Answer outcome={outcome} href={hrefOf({ kind: 'environment', id, tab: 'configure' })} remedies={remedies} />
        )}
      </Region>
    </Stack>
  )
}

function Answer({ outcome, href, remedies }: { outcome: IntrospectionOutcome; href: string; remedies: Remedies }) {
  switch (outcome.kind) {
    case 'active':
    case 'inactive': {
      const active = outcome.kind === 'active'
      return (
        <Stack gap={8}>
          <Group gap={8} role="status">
            <StateIcon look={active ? 'good' : 'bad'} word={active ? 'Active' : 'Inactive'} />
            <Text size="sm" fw={600}>
              {active ? 'The token is active' : 'The token is not active'}
            </Text>
          </Group>
          <Findings findings={outcome.findings} />
          <div className="panel">
            <MembersTable {...outcome.response} />
          </div>
        </Stack>
      )
    }
    case 'refused':
    case 'nonconformant':
      return (
        <Stack gap={8}>
          <Text size="sm" role="status">
            <b>{outcome.kind === 'refused' ? 'Refused' : 'Not an introspection response'}</b>, status {outcome.status}.
          </Text>
          <Findings findings={outcome.findings} />
        </Stack>
      )
    case 'unreachable':
      return <Unreachable failure={outcome.failure} />
    case 'not_sent':
      return <NotSent problems={outcome.problems} href={href} remedies={remedies} />
  }
}
