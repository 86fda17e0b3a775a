import { Skeleton, Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Environment, EnvironmentSummary } from '../electron/contract/environment.ts'
import { NoToken } from './features/token/NoToken.tsx'
import { useAwaitedParts, useLateParts } from './late.ts'
import type { LateParts } from './late-parts.ts'
import { useEnvironment } from './queries/environments.ts'
import { useTokenRequest } from './queries/held-action.ts'
import { useToken } from './queries/tokens.ts'
import { CallFailed } from './ui/Problem.tsx'

/** What is in each tab of an environment. */
export function EnvironmentPanels({ environment }: { environment: EnvironmentSummary }) {
  const { id } = environment
  return (
    <>
      <Tabs.Panel value="flow">
        <FlowPanel environmentId={id} />
      </Tabs.Panel>
      <Tabs.Panel value="configure">
        <LateTab id={id}>{(late, details) => <late.ConfigureTab environment={details} />}</LateTab>
      </Tabs.Panel>
      <Tabs.Panel value="token">
        <TokenPanel environment={environment} />
      </Tabs.Panel>
      <Tabs.Panel value="introspection">
        <LateTab id={id}>{(late, details) => <late.IntrospectionTab environment={details} />}</LateTab>
      </Tabs.Panel>
      <Tabs.Panel value="api-calls">
        <LateTab id={id}>{(late) => <late.ApiCallsTab environmentId={id} />}</LateTab>
      </Tabs.Panel>
      <Tabs.Panel value="review">
        <LateTab id={id}>{(late) => <late.ReviewTab environmentId={id} />}</LateTab>
      </Tabs.Panel>
      <Tabs.Panel value="activity">
        <LateTab id={id}>{(late) => <late.ActivityTab environmentId={id} />}</LateTab>
      </Tabs.Panel>
    </>
  )
}

/** The first tab. What is in it is loaded once the first picture is there, into the space that is kept for it. */
function FlowPanel({ environmentId }: { environmentId: string }) {
  const late = useAwaitedParts()
  return late === null ? null : <late.FlowPage environmentId={environmentId} />
}

/** Most environments have nothing to show in it at first, so what shows a token or a failure is loaded later. */
function TokenPanel({ environment }: { environment: EnvironmentSummary }) {
  const token = useToken(environment.id).data ?? null
  const { outcome, error } = useTokenRequest(environment.id)
  return token === null && outcome === null && error === null ? (
    <NoToken environmentId={environment.id} />
  ) : (
    <LateTokenTab environment={environment} />
  )
}

function LateTokenTab({ environment }: { environment: EnvironmentSummary }) {
  const late = useLateParts()
  return late === null ? <Skeleton h={300} /> : <late.TokenTab environment={environment} />
}

interface LateTabProps {
  id: string
  children: (late: LateParts, environment: Environment) => ReactNode
}

/** A tab that is not shown first, with the whole of the environment. */
function LateTab({ id, children }: LateTabProps) {
  const late = useLateParts()
  const { data = null, error } = useEnvironment(id)
  if (error !== null) return <CallFailed error={error} />
  return late === null || data === null ? <Skeleton h={300} /> : children(late, data)
}
