import { Box, Group, Stack, Text } from '@mantine/core'
import { findingText } from '../../electron/wording/findings.ts'
import type { Finding, Severity } from '../../electron/contract/finding.ts'
import { ConfidenceTag } from './ConfidenceTag.tsx'
import { CopyText } from './CopyText.tsx'
import { fieldsOfFinding } from '../../electron/wording/fields-at-fault.ts'
import { visible } from '../../electron/common/visible.ts'
import { GoToField } from './GoToField.tsx'
import { SendAgain } from './SendAgain.tsx'
import { StateIcon, type Tone } from './StateIcon.tsx'

const tones: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', info: 'info' }
const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Information' }

interface Props {
  findings: readonly Finding[]
  numbered?: boolean
  /** The field that something above leads to already. */
  ledTo?: string | null
}

/** What was noticed: what happened, what to do, and where it is written. Numbered where their order says something. */
export function Findings({ findings, numbered = false, ledTo = null }: Props) {
  return (
    <Stack gap={6}>
      {findings.map((finding, index) => {
        const { title, sentence, advice } = findingText(finding)
        return (
          <Box className="panel" key={`${finding.code}-${index}`}>
            <Group gap={8} wrap="nowrap" align="flex-start">
              <StateIcon tone={tones[finding.severity]} word={words[finding.severity]} />
              <Box flex={1} miw={0}>
                <Group justify="space-between" gap={8}>
                  <Text fw={600} size="sm">
                    {numbered ? `${index + 1}. ${title}` : title} <ConfidenceTag confidence={finding.confidence} />
                  </Text>
                  <Text c="dimmed" size="xs">
                    {finding.section}
                  </Text>
                </Group>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {visible(sentence)}
                </Text>
                {advice === null ? null : (
                  <Text size="sm" c="dimmed">
                    {advice}
                  </Text>
                )}
                <Evidence finding={finding} />
                <GoToField fields={fieldsOfFinding(finding).filter((field) => field !== ledTo)} />
              </Box>
            </Group>
          </Box>
        )
      })}
    </Stack>
  )
}

/** What of the evidence is more than a sentence: a time to wait for, a page to read. It is never opened from here. */
function Evidence({ finding: { evidence } }: { finding: Finding }) {
  const until = Number(evidence['until'] ?? Number.NaN)
  const link = evidence['link'] ?? ''
  return (
    <>
      {Number.isNaN(until) ? null : <SendAgain until={until} />}
      {link.startsWith('https://') ? <CopyText text={link} what="link" /> : null}
    </>
  )
}
