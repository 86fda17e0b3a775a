import { Box, Group, Stack, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useInspecting } from '../../state/inspecting.ts'
import { DecodedView } from '../../token-view/DecodedView.tsx'
import { EmptyInspector } from './EmptyInspector.tsx'
import { FoundLine } from './FoundLine.tsx'
import { PastedActions } from './PastedActions.tsx'
import { PastedToken } from './PastedToken.tsx'
import { VerdictBanner } from './VerdictBanner.tsx'
import { TokenBox } from './TokenBox.tsx'
import './inspector.css'
import { usePageHotkeys } from '../../ui/use-page-hotkeys.ts'

/** Reads a pasted token. Nothing is stored, and nothing is sent before a person has the token introspected. */
export function InspectorPage() {
  const inspecting = useInspecting()
  const { typed, shown, inspect, environmentId, judgeBy } = inspecting
  usePageHotkeys([['mod+Enter', () => void inspect(typed)]])
  const found = shown?.inspection.found[shown.pick]
  return (
    <div className="page">
      <header className="page-header">
        <Title order={1}>Token inspector</Title>
        <span className="local-note">
          <IconLock size={14} stroke={1.6} aria-hidden /> Decoded on this computer, not stored
        </span>
        <Group gap={6} ml="auto">
          {found === undefined ? null : <PastedActions token={found.token} />}
        </Group>
      </header>
      <Box className="work">
        <div className="top inspecting" data-shown={shown !== null || undefined}>
          {found === undefined || shown === null ? null : (
            <VerdictBanner token={found.token} decoded={shown.inspection.decoded} environmentId={environmentId} />
          )}
          <TokenBox inspecting={inspecting}>
            <FoundLine inspecting={inspecting} />
          </TokenBox>
          {shown === null ? <EmptyInspector /> : null}
          {shown === null ? null : found === undefined ? (
            <Stack gap={14} className="pasted-said">
              <DecodedView decoded={shown.inspection.decoded} clockOffset={null} />
            </Stack>
          ) : (
            <PastedToken
              token={found.token}
              decoded={shown.inspection.decoded}
              environmentId={environmentId}
              onJudgeBy={judgeBy}
            />
          )}
        </div>
      </Box>
    </div>
  )
}
