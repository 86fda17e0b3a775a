import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { visible } from '../../../../../electron/common/visible.ts'
import type { EnvironmentSummary } from '../../../../../electron/contract/environment.ts'
import type { HistoryEntry } from '../../../../../electron/contract/history.ts'
import type { MissingPart, SendAgain } from '../../../../../electron/contract/send-again.ts'
import { missingPartText, sendAgainText } from '../../../../../electron/wording/send-again.ts'
import { useSendAgainActs } from './use-send-again-acts.ts'

interface Props {
  plan: SendAgain
  entry: HistoryEntry
  environment: EnvironmentSummary | null
  onClose: () => void
}

/** Where the request is sent again, what of it has to be given again, and the way there. */
export function SendAgainDialog({ plan, entry, environment, onClose }: Props) {
  const names = { environment: environment?.name ?? entry.conclusion?.environmentName ?? '' }
  const { title, sentences } = sendAgainText(plan, names)
  const acts = useSendAgainActs(plan, onClose)
  const missing = plan.kind === 'new_call' ? plan.missing : []
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={520}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap={8}>
        {sentences.map((sentence) => (
          <Text key={sentence} size="sm" className="anywhere">
            {visible(sentence)}
          </Text>
        ))}
        {missing.length === 0 ? null : <Missing parts={missing} />}
        <Group justify="flex-end" gap={8} pt={8}>
          <Button variant="default" onClick={onClose}>
            {acts.length === 0 ? 'Close' : 'Cancel'}
          </Button>
          {acts.map(({ label, act }, index) => (
            <Button
              key={label}
              variant={index === acts.length - 1 ? 'filled' : 'default'}
              {...(index === acts.length - 1 && { 'data-autofocus': true })}
              onClick={act}
            >
              {label}
            </Button>
          ))}
        </Group>
      </Stack>
    </Modal>
  )
}

function Missing({ parts }: { parts: readonly MissingPart[] }) {
  return (
    <>
      <Text size="sm" fw={600}>
        To be given again
      </Text>
      <ul className="entry-missing">
        {parts.map((part, index) => (
          <li key={index} className="anywhere">
            {visible(missingPartText(part))}
          </li>
        ))}
      </ul>
    </>
  )
}
