import { Select, Stack, Text } from '@mantine/core'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { hrefOf } from '../../route.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { useIntrospectPasted } from '../../queries/verify.ts'
import { IntrospectionAnswer } from '../../token-view/IntrospectionAnswer.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { clockTime } from '../../ui/format.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { useStateOf } from '../../ui/use-state-of.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { introspectionChoices } from './introspection-choices.ts'
import { IntrospectionReceiver } from './IntrospectionReceiver.tsx'
import { issuerOfToken } from './issuer-matches.ts'

interface Props {
  token: string
  decoded: DecodedToken
  environments: readonly EnvironmentSummary[]
  /** The environment that the token is judged by, or null. */
  judge: string | null
}

/** Asks the server of an environment about a pasted token. Nothing is sent before a person has seen where the token would go. */
export function PastedIntrospection({ token, decoded, environments, judge }: Props) {
  const issuer = issuerOfToken(decoded)
  const { groups, likely } = introspectionChoices(issuer, environments)
  const [chosen, setChosen] = useStateOf<string | null>(token, null)
  const introspect = useIntrospectPasted(token)
  const { outcome, input, at, error, pendingSince, progress, cancel, again, forget } = introspect
  const known = [chosen, judge, likely].find((id) => environments.some((one) => one.id === id)) ?? null
  const asked = environments.find(({ id }) => id === input?.environmentId)
  const remedies = useRemedies({ environmentId: asked?.id ?? '', verb: 'send', again, dismiss: forget })
  const isPending = pendingSince !== null
  // Its issuer alone can say what it is; of other tokens the claims say most.
  const isOpaque = decoded.kind === 'opaque'
  const choice = (
    <Stack gap={8} className="panel">
      <Select
        label="Introspect with"
        placeholder="Search or choose…"
        maw={480}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        nothingFoundMessage="No matches"
        data={[...groups]}
        value={known}
        onFocus={(event) => event.currentTarget.select()}
        onChange={setChosen}
      />
      {known === null ? (
        <Text size="sm" c="dimmed">
          Choose an environment of the server that issued the token. You see where the token would be sent before it is.
        </Text>
      ) : (
        <IntrospectionReceiver
          environmentId={known}
          issuer={issuer}
          isPrimary={isOpaque && outcome === null}
          isPending={isPending}
          onIntrospect={() => introspect.run({ environmentId: known, token })}
        />
      )}
    </Stack>
  )
  return (
    <Region name="Introspection">
      {isOpaque ? (
        choice
      ) : (
        <Disclosure title="Ask an authorization server about it" open={outcome !== null} about={token}>
          {choice}
        </Disclosure>
      )}
      {error === null ? null : <CallFailed error={error} />}
      {pendingSince === null ? null : (
        <Waiting since={pendingSince} what="Asking" progress={progress} onCancel={cancel} />
      )}
      {outcome === null ? null : (
        <IntrospectionAnswer
          outcome={outcome}
          answered={`Answered by “${visible(asked?.name ?? '')}” at ${clockTime(at)}`}
          href={hrefOf({ kind: 'environment', id: asked?.id ?? '', tab: 'configure' })}
          remedies={remedies}
          retry={null}
        />
      )}
    </Region>
  )
}
