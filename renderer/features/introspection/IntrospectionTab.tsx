import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { oneOf } from '../../../electron/common/one-of.ts'
import type { Environment } from '../../../electron/contract/environment.ts'
import {
  bodyFormats,
  introspectionAuthentications,
  introspectionResponseFormats,
} from '../../../electron/vocabulary/introspection.ts'
import { hrefOf } from '../../route.ts'
import { useAction, useSteps } from '../../queries/action.ts'
import { exchangeOf, ofHeldToken } from '../../queries/held-action.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { useToken } from '../../queries/tokens.ts'
import { useIntent } from '../../state/intents.ts'
import { IntrospectionAnswer } from '../../token-view/IntrospectionAnswer.tsx'
import { useBeforeSending } from '../../ui/before-sending.ts'
import { clockTime } from '../../ui/format.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { HeldEvidence } from './HeldEvidence.tsx'
import { usePageHotkeys } from '../../ui/use-page-hotkeys.ts'

export function IntrospectionTab({ environment }: { environment: Environment }) {
  const { id } = environment
  const token = useToken(id).data ?? null
  const introspect = useAction('introspectToken', id, ofHeldToken)
  const beforeSending = useBeforeSending()
  const [style, setStyle] = useState(environment.introspection)
  const { pendingSince, outcome, error, again, forget } = introspect
  const isOfEarlier = token !== null && introspect.of !== '' && introspect.of !== exchangeOf(token)
  const remedies = useRemedies({ environmentId: id, verb: 'send', again, dismiss: forget })
  const request = useSteps('requestToken', id, ofHeldToken)
  const withNewToken = () => request.run({ environmentId: id }, ({ kind }) => (kind === 'issued' ? again() : undefined))
  const ask = () => beforeSending({ verb: 'introspect', act: () => introspect.run({ environmentId: id, style }) })
  useIntent(id, 'introspect', ask)
  usePageHotkeys([['mod+Enter', ask]])
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
            const authentication = oneOf(introspectionAuthentications, event.currentTarget.value)
            if (authentication !== null) setStyle({ ...style, authentication })
          }}
        />
        <NativeSelect
          label="Body format"
          data={[
            { value: 'form', label: 'Form (standard)' },
            { value: 'json', label: 'JSON' },
          ]}
          value={style.bodyFormat}
          onChange={(event) => {
            const bodyFormat = oneOf(bodyFormats, event.currentTarget.value)
            if (bodyFormat !== null) setStyle({ ...style, bodyFormat })
          }}
        />
        <NativeSelect
          label="Response format"
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'jwt', label: 'Signed JWT (RFC 9701)' },
          ]}
          value={style.responseFormat}
          onChange={(event) => {
            const responseFormat = oneOf(introspectionResponseFormats, event.currentTarget.value)
            if (responseFormat !== null) setStyle({ ...style, responseFormat })
          }}
        />
        <Button disabled={pendingSince !== null} onClick={ask} title="Ctrl/Cmd + Enter">
          Introspect
        </Button>
        {pendingSince === null ? null : (
          <Waiting since={pendingSince} what="Asking" progress={introspect.progress} onCancel={introspect.cancel} />
        )}
      </Group>
      <Region name="Introspection response" actions={token === null ? null : <HeldEvidence environmentId={id} />}>
        {error === null ? null : <CallFailed error={error} />}
        {outcome === null ? (
          <Text size="sm" c="dimmed">
            {token === null
              ? 'There is no token yet. Request one, then ask the authorization server what it knows of it.'
              : 'Introspection asks the authorization server whether the token is active, and for what client, user and scopes.'}
          </Text>
        ) : (
          <Stack gap={8}>
            {isOfEarlier ? (
              <Text size="sm" role="note">
                This answer is about an earlier token. Introspect again to ask about the one that is held now.
              </Text>
            ) : null}
            <IntrospectionAnswer
              outcome={outcome}
              answered={`Answered at ${clockTime(introspect.at)}`}
              href={hrefOf({ kind: 'environment', id, tab: 'configure' })}
              remedies={remedies}
              retry={{ again, withNewToken }}
            />
          </Stack>
        )}
      </Region>
    </Stack>
  )
}
