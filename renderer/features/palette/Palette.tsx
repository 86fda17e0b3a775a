import './palette.css'
import { Spotlight } from '@mantine/spotlight'
import {
  IconActivity,
  IconAdjustmentsHorizontal,
  IconArrowRight,
  IconArrowsDiff,
  IconBraces,
  IconClipboardText,
  IconFileExport,
  IconFileImport,
  IconFingerprint,
  IconFlask,
  IconHelp,
  IconHistory,
  IconKey,
  IconListCheck,
  IconPlayerPlay,
  IconPlus,
  IconScan,
  IconSearch,
  IconSend,
  IconSettings,
  IconShieldCheck,
  IconWorldSearch,
  type TablerIcon,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { hostOf } from '../../../electron/common/host-of.ts'
import { navigate, useRoute } from '../../route.ts'
import { useApiCalls } from '../../queries/api-calls.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { newDraftKey } from '../../queries/unsaved.ts'
import { useTokens } from '../../queries/tokens.ts'
import { openFlowHelp } from '../../state/flow-help.ts'
import { intend } from '../../state/intents.ts'
import { StageShape } from '../../ui/StageBadge.tsx'
import { type EnvironmentHit, hitsOf, type Page, pages, type Verb, verbs } from './hits.ts'
import { visible } from '../../../electron/common/visible.ts'
import { titleOf } from '../../ui/name-of.ts'
import { PaletteFoot } from './PaletteFoot.tsx'
import { sendSavedCall, useRunVerb } from './use-run-verb.ts'

const verbIcons: Readonly<Record<Verb, TablerIcon>> = {
  open: IconArrowRight,
  run_flow: IconPlayerPlay,
  review: IconListCheck,
  run_probes: IconFlask,
  request: IconKey,
  verify: IconShieldCheck,
  introspect: IconWorldSearch,
  new_call: IconPlus,
  history: IconHistory,
  export: IconFileExport,
  configure: IconAdjustmentsHorizontal,
  variables: IconBraces,
  fill: IconClipboardText,
  test_connection: IconActivity,
}

const pageIcons: Readonly<Record<Page, TablerIcon>> = {
  new: IconPlus,
  paste: IconClipboardText,
  import: IconFileImport,
  export: IconFileExport,
  inspector: IconScan,
  compare: IconArrowsDiff,
  history: IconHistory,
  audit: IconFingerprint,
  which_flow: IconHelp,
  settings: IconSettings,
}

/** Ctrl/Cmd+K: what can be done, and every place, by any words of it. */
export function Palette() {
  const [query, setQuery] = useState('')
  const environments = useEnvironments().data ?? []
  const tokens = useTokens().data ?? []
  const route = useRoute()
  const run = useRunVerb()
  const current = route.kind === 'environment' ? route.id : null
  const [isOpen, setOpen] = useState(false)
  const calls = useApiCalls(isOpen ? current : null).data ?? []
  const hits = hitsOf({
    query,
    environments,
    current,
    calls,
    hasToken: (id) => tokens.some(({ environmentId }) => environmentId === id),
  })
  const count = hits.here.length + hits.calls.length + hits.pages.length + hits.elsewhere.length
  const line = ({ verb, environment }: EnvironmentHit) => (
    <Line
      key={`${environment.id} ${verb}`}
      icon={verbIcons[verb]}
      verb={verbs[verb]}
      host={hostOf(environment.issuer)}
      onClick={() => run(verb, environment)}
    >
      <StageShape stage={environment.stage} />
      <span className="ellipsis">{environment.name}</span>
    </Line>
  )
  const pageLines = hits.pages.map((page) => (
    <Line key={page} icon={pageIcons[page]} verb={pages[page].title} onClick={() => openPage(page)} />
  ))
  const places = <Group label="Places">{pageLines}</Group>
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setOpen(true)}
      onSpotlightClose={() => setOpen(false)}
      size={640}
      overlayProps={{ blur: 0 }}
      scrollable
      maxHeight={480}
      // The app listens for it, from before this is loaded.
      shortcut={null}
      // The page never scrolls, and the lock would put a style on it that the content security policy refuses.
      lockScroll={false}
    >
      <Spotlight.Search
        placeholder="Search or run…"
        leftSection={<IconSearch size={16} stroke={1.6} />}
        rightSection={<kbd>Esc</kbd>}
        rightSectionWidth={48}
        aria-label="Go to"
      />
      <Spotlight.ActionsList>
        <Group label="This environment">{hits.here.map(line)}</Group>
        {hits.pagesFirst ? places : null}
        <Group label="Calls">
          {hits.calls.map((call) => (
            <Line key={call.id} icon={IconSend} verb="Send" host={hostOf(call.url)} onClick={() => sendSavedCall(call)}>
              <span className={call.name === '' ? 'mono ellipsis' : 'ellipsis'}>{visible(titleOf(call))}</span>
            </Line>
          ))}
        </Group>
        <Group label="Other environments">{hits.elsewhere.map(line)}</Group>
        {hits.pagesFirst ? null : places}
        {count === 0 ? <Spotlight.Empty>No matches</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
      <PaletteFoot hits={count} />
    </Spotlight.Root>
  )
}

function openPage(page: Page): void {
  if (page === 'which_flow') return openFlowHelp()
  if (page !== 'paste') return navigate({ kind: page })
  navigate({ kind: 'new' })
  return intend(newDraftKey, 'fill')
}

function Group({ label, children }: { label: string; children: readonly ReactNode[] }) {
  return children.length === 0 ? null : <Spotlight.ActionsGroup label={label}>{children}</Spotlight.ActionsGroup>
}

interface LineProps {
  icon: TablerIcon
  verb: string
  host?: string
  children?: ReactNode
  onClick: () => void
}

function Line({ icon: Icon, verb, host = '', children, onClick }: LineProps) {
  return (
    <Spotlight.Action className="palette-line" onClick={onClick}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className="palette-verb">{verb}</span>
      <span className="palette-name">{children}</span>
      <span className="palette-host mono ellipsis">{host}</span>
    </Spotlight.Action>
  )
}
