import { Alert, Box, Skeleton, Tabs, Title } from '@mantine/core'
import { hostOf } from '../electron/common/host-of.ts'
import type { EnvironmentSummary } from '../electron/contract/environment.ts'
import { OldSecrets } from './features/environments/secrets/OldSecrets.tsx'
import { UnsavedGuard } from './features/environments/unsaved/UnsavedGuard.tsx'
import { UnsavedMark } from './features/environments/unsaved/UnsavedMark.tsx'
import { ExchangeDrawer } from './features/exchange/ExchangeDrawer.tsx'
import { RunButton } from './features/flow/RunButton.tsx'
import { RequestButton } from './features/token/RequestButton.tsx'
import { EnvironmentPanels } from './EnvironmentPanels.tsx'
import { useLateParts, useLoadedParts } from './late.ts'
import { hrefOf, navigate, type Tab, tabs } from './route.ts'
import { useEnvironments } from './queries/environments.ts'
import { useSteps } from './queries/action.ts'
import { ofHeldToken } from './queries/held-action.ts'
import { useSandboxStarts } from './queries/host-state.ts'
import { useDriftCount } from './queries/drift.ts'
import { useIsUnsaved } from './queries/unsaved.ts'
import { useIntent } from './state/intents.ts'
import { isRunning } from './state/runs.ts'
import { SandboxNotice } from './SandboxNotice.tsx'
import { HeldTokenStatus } from './token-view/HeldTokenStatus.tsx'
import { useBeforeSending } from './ui/before-sending.ts'
import { changesText } from './ui/changes-text.ts'
import { DriftMark } from './ui/DriftMark.tsx'
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
const withMainAct: ReadonlySet<Tab> = new Set(['flow', 'api-calls', 'introspection', 'review'])

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
        ) : tab === 'review' ? (
          <ReviewActs environmentId={id} disabled={sandboxStarts} />
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
            <EnvironmentPanels environment={environment} />
          </Box>
          <Drawer environmentId={id} tab={tab} />
        </div>
      </Tabs>
    </div>
  )
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

/** The same of the review. */
function ReviewActs({ environmentId, disabled }: { environmentId: string; disabled: boolean }) {
  const late = useLateParts()
  return late === null ? null : (
    <late.ReviewActs key={environmentId} environmentId={environmentId} disabled={disabled} />
  )
}

/** What is beside a tab that has not the newest exchange there. */
const beside = {
  flow: { details: 'StepDetails', what: 'exchange' },
  review: { details: 'ReviewPanel', what: 'practice', back: '.review-row[tabindex="0"]' },
  activity: { details: 'StepPanel', what: 'requests' },
} as const

const newest = { details: 'ExchangeDetails', what: 'exchange' } as const

/** Beside the flow its selected step, beside review and activity what is chosen there; beside the other tabs the newest exchange. */
function Drawer({ environmentId, tab }: { environmentId: string; tab: Tab }) {
  const late = useLoadedParts()
  const { details, ...place } = tab === 'flow' || tab === 'review' || tab === 'activity' ? beside[tab] : newest
  return (
    <ExchangeDrawer environmentId={environmentId} {...place}>
      {(toggle) => {
        if (late === null) return null
        const Details = late[details]
        return <Details environmentId={environmentId} toggle={toggle} />
      }}
    </ExchangeDrawer>
  )
}
