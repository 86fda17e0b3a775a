import { Alert, Box, Group, Skeleton, Tabs, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { hostOf } from '../electron/common/host-of.ts'
import type { Environment, EnvironmentSummary } from '../electron/contract/environment.ts'
import { OldSecrets } from './features/environments/secrets/OldSecrets.tsx'
import { UnsavedGuard } from './features/environments/unsaved/UnsavedGuard.tsx'
import { UnsavedMark } from './features/environments/unsaved/UnsavedMark.tsx'
import { ExchangeDrawer } from './features/exchange/ExchangeDrawer.tsx'
import { RunButton } from './features/flow/RunButton.tsx'
import { RequestButton } from './features/token/RequestButton.tsx'
import { NoToken } from './features/token/NoToken.tsx'
import { useAwaitedParts, useLateParts, useLoadedParts } from './late.ts'
import type { LateParts } from './late-parts.ts'
import { hrefOf, navigate, type Tab, tabs } from './route.ts'
import { useEnvironment, useEnvironments } from './queries/environments.ts'
import { useSteps } from './queries/action.ts'
import { ofHeldToken, useTokenRequest } from './queries/held-action.ts'
import { useSandbox, useSandboxStarts } from './queries/host-state.ts'
import { useToken } from './queries/tokens.ts'
import { useDriftCount } from './queries/drift.ts'
import { useIsUnsaved } from './queries/unsaved.ts'
import { useIntent } from './state/intents.ts'
import { isRunning } from './state/runs.ts'
import { HeldTokenStatus } from './token-view/HeldTokenStatus.tsx'
import { useBeforeSending } from './ui/before-sending.ts'
import { changesText } from './ui/changes-text.ts'
import { DriftMark } from './ui/DriftMark.tsx'
import { CallFailed } from './ui/Problem.tsx'
import { ShownEnvironment } from './ui/shown-environment.ts'
import { StageBadge } from './ui/StageBadge.tsx'
import { tabTitles } from './ui/tab-titles.ts'
import { usePageHotkeys } from './ui/use-page-hotkeys.ts'

export function EnvironmentPage({ id, tab }: { id: string; tab: Tab }) {
  const environments = useEnvironments()
  const late = useLoadedParts()
  if (environments.data === undefined) return <Skeleton h={40} m={12} />
  const environment = environments.data.find((candidate) => candidate.id === id)
  if (environment === undefined) return <Gone />
  return (
    <UnsavedGuard environment={environment} Ask={late?.AskUnsaved ?? null}>
      <ShownEnvironment value={environment}>
        <Present environment={environment} tab={tab} />
      </ShownEnvironment>
    </UnsavedGuard>
  )
}

function Gone() {
  return (
    <Alert m={12} color="gray" title="This environment no longer exists">
      <a href={hrefOf({ kind: 'environment', id: 'sandbox', tab: 'flow' })}>Go to the sandbox</a>
    </Alert>
  )
}

/** Where Ctrl/Cmd+Enter does something else than request a token. */
const withMainAct: ReadonlySet<Tab> = new Set(['flow', 'api-calls', 'introspection'])

/** What came of a token request is seen elsewhere. */
const withoutAnswer: ReadonlySet<Tab> = new Set(['flow', 'configure'])

function Present({ environment, tab }: { environment: EnvironmentSummary; tab: Tab }) {
  const { id, name, stage, issuer, provider } = environment
  const sandboxStarts = useSandboxStarts(provider)
  const { run } = useSteps('requestToken', id, ofHeldToken)
  const isUnsaved = useIsUnsaved(id)
  const driftCount = useDriftCount(id)
  const beforeSending = useBeforeSending()
  const requestToken = () => {
    if (sandboxStarts || isRunning('requestToken', id)) return
    beforeSending({
      verb: 'request',
      act: () => {
        run({ environmentId: id })
        if (withoutAnswer.has(tab)) navigate({ kind: 'environment', id, tab: 'token' })
      },
    })
  }
  const isMainAct = !withMainAct.has(tab)
  usePageHotkeys([['mod+Enter', () => (isMainAct ? requestToken() : undefined)]])
  useIntent(sandboxStarts ? null : id, 'request', requestToken)

  return (
    <div className="page">
      <header className="page-header" data-stage={stage}>
        <Title order={1} className="ellipsis" title={name} style={{ minWidth: 80 }}>
          {name}
        </Title>
        <HeldTokenStatus environmentId={id} />
        <StageBadge stage={stage} />
        {isUnsaved ? <UnsavedMark id={id} /> : null}
        <span className="host mono ellipsis" title={issuer}>
          {hostOf(issuer)}
        </span>
        {tab === 'activity' ? (
          <ActivityActs environmentId={id} />
        ) : (
          <RequestButton
            environmentId={id}
            disabled={sandboxStarts}
            isPrimary={tab === 'token'}
            hasShortcut={isMainAct}
            onRequest={requestToken}
          />
        )}
        {tab === 'flow' ? <RunButton environmentId={id} disabled={sandboxStarts} /> : null}
      </header>
      <SandboxNotice environment={environment} />
      {tab === 'configure' ? null : <OldSecrets environmentId={id} />}
      <Tabs
        value={tab}
        onChange={(value) => {
          const next = tabs.find((candidate) => candidate === value)
          if (next !== undefined) navigate({ kind: 'environment', id, tab: next })
        }}
        display="contents"
        keepMounted={false}
      >
        <Tabs.List px={16}>
          {tabs.map((value) => (
            <Tabs.Tab
              key={value}
              value={value}
              {...(value === 'activity' &&
                driftCount > 0 && {
                  rightSection: <DriftMark count={driftCount} hasNumber />,
                  'aria-label': tabTitles[value],
                  'aria-description': changesText(driftCount),
                })}
              {...(value === 'configure' &&
                isUnsaved && { rightSection: <span className="unsaved-dot" />, title: 'Unsaved changes' })}
            >
              {tabTitles[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className="page-body">
          <Box className="work">
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
            <Tabs.Panel value="activity">
              <ActivityPanel environmentId={id} />
            </Tabs.Panel>
          </Box>
          <Drawer environmentId={id} tab={tab} />
        </div>
      </Tabs>
    </div>
  )
}

/** The first tab. What is in it is loaded once the first picture is there, into the space that is kept for it. */
function FlowPanel({ environmentId }: { environmentId: string }) {
  const late = useAwaitedParts()
  return late === null ? null : <late.FlowPage environmentId={environmentId} />
}

function ActivityPanel({ environmentId }: { environmentId: string }) {
  const late = useLateParts()
  return late === null ? <Skeleton h={300} /> : <late.ActivityTab environmentId={environmentId} />
}

/** What the activity has in the header, in the place of the request. */
function ActivityActs({ environmentId }: { environmentId: string }) {
  const late = useLateParts()
  if (late === null) return null
  return (
    <>
      <late.RangeChoice />
      <late.WatchButton key={environmentId} environmentId={environmentId} />
    </>
  )
}

/** Beside the flow its selected step, beside the activity the chosen step of the chart; beside the other tabs the newest exchange. */
function Drawer({ environmentId, tab }: { environmentId: string; tab: Tab }) {
  const late = useLoadedParts()
  return (
    <ExchangeDrawer environmentId={environmentId} what={tab === 'activity' ? 'requests' : 'exchange'}>
      {(toggle) => {
        if (late === null) return null
        const Details = tab === 'flow' ? late.StepDetails : tab === 'activity' ? late.StepPanel : late.ExchangeDetails
        return <Details environmentId={environmentId} toggle={toggle} />
      }}
    </ExchangeDrawer>
  )
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

/** The sandbox's failure is shown where it matters, and harms nothing else. */
function SandboxNotice({ environment }: { environment: EnvironmentSummary }) {
  const sandbox = useSandbox().data
  if (environment.provider !== 'sandbox' || sandbox === undefined || sandbox.kind === 'running') return null
  return (
    <Group px={16} pb={8} role="status">
      {sandbox.kind === 'starting' ? <Text size="sm">The sandbox is starting…</Text> : null}
      {sandbox.kind === 'absent' ? <Text size="sm">The sandbox is not available here.</Text> : null}
      {sandbox.kind === 'failed' ? (
        <Alert color="red" p={6} title="The sandbox is not running">
          {sandbox.reason} <a href={hrefOf({ kind: 'settings' })}>Start it in Settings</a>
        </Alert>
      ) : null}
    </Group>
  )
}
