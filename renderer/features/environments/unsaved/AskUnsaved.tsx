import { capital } from '../../../../electron/common/capital.ts'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import { navigate } from '../../../route.ts'
import { useTypedSecrets } from '../../../queries/typed-secrets.ts'
import type { ToSend } from '../../../ui/before-sending.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { type NotSaved, useSaveUnsaved } from './use-save-unsaved.ts'

export interface AskUnsavedProps {
  environment: EnvironmentSummary
  /** What waits for the answer; null when nothing does. */
  asked: ToSend | null
  onClose: () => void
}

/** Which values a request is meant to be made with, while Configure holds something that is not saved. */
export function AskUnsaved({ environment, asked, onClose }: AskUnsavedProps) {
  const { id, name } = environment
  const { run, isSaving, notSaved, forget } = useSaveUnsaved(id)
  const { secrets, variables } = useTypedSecrets(id)
  const typed = secretNames.filter(
    (secret) => secrets[secret] !== undefined || (secret === 'secret_variables' && variables.length > 0),
  )
  const verb = asked?.verb ?? ''
  const close = () => {
    forget()
    onClose()
  }
  const act = () => {
    close()
    asked?.act()
  }
  return (
    <Modal
      opened={asked !== null}
      onClose={close}
      title="Unsaved changes"
      size={480}
      // The page never scrolls, and the lock would put a style on it that the content security policy refuses.
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap={12}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Configure of “{visible(name)}” has changes that are not saved
          {typed.length === 0 ? '' : `, among them: ${typed.map((secret) => secretLabels[secret]).join(', ')}`}.
          Requests use what is saved.
        </Text>
        {notSaved === null ? null : <WhyNot notSaved={notSaved} />}
        <Group gap={8}>
          <Button data-autofocus loading={isSaving} onClick={() => run(act)}>
            Save and {verb}
          </Button>
          <Button variant="default" disabled={isSaving} onClick={act}>
            {capital(verb)} with saved values
          </Button>
          {notSaved === null ? null : (
            <Button
              variant="default"
              onClick={() => {
                close()
                navigate({ kind: 'environment', id, tab: 'configure' })
              }}
            >
              Open Configure
            </Button>
          )}
          <Button variant="default" disabled={isSaving} onClick={close}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function WhyNot({ notSaved }: { notSaved: NotSaved }) {
  const messages = notSaved.kind === 'not_kept' ? ['its secrets cannot be stored now.'] : notSaved.messages
  return (
    <Text size="sm" c="var(--err)" role="alert" style={{ overflowWrap: 'anywhere' }}>
      Not saved: {visible(messages.join(' '))} What you typed is kept.
    </Text>
  )
}
