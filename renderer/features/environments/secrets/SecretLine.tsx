import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { usePreferences } from '../../../queries/host-state.ts'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { useFormScope } from '../form-scope.ts'
import { HeldActions } from './HeldActions.tsx'
import { Replacing } from './Replacing.tsx'
import { daysTooOld, keepingText, stateText } from './secret-state.ts'
import { useSecret } from './use-secret.ts'

interface Props {
  name: SecretName
  label: string
  inputId: string
  description: string
}

/** What is held of a secret that is typed here, how old it is, and what can be done with it. */
export function SecretLine({ name, label, inputId, description }: Props) {
  const { setKeepOld } = useFormScope()
  const { environmentId, source, sourceIsSaved, state, typed, keepsOld, made } = useSecret(name)
  const reminder = usePreferences().data?.secretReminderDays ?? 0
  const now = useNow()
  const held = sourceIsSaved && (state.kind === 'stored' || state.kind === 'session')
  const old = daysTooOld(state, reminder, now)
  const rotate = () => {
    setKeepOld(name, true)
    document.querySelector<HTMLElement>(`#${CSS.escape(inputId)}`)?.focus()
  }
  if (made && state.kind === 'none') return null
  return (
    <Stack gap={4} pt={4}>
      {held && old !== null && !state.replacing ? (
        <Group gap={6} wrap="nowrap" role="note">
          <StateIcon tone="warn" word="Old" />
          <Text size="xs">
            Set {old} days ago, longer than the {reminder} days after which Settings reminds.
          </Text>
          <Button variant="default" size="compact-xs" aria-label={`Replace (${label})`} onClick={rotate}>
            Replace
          </Button>
        </Group>
      ) : null}
      <Group gap="2px 10px">
        <Text size="xs" c="dimmed" flex="1 0 100%">
          {description} {held ? stateText(state, now) : keepingText(source.kind)}
        </Text>
        {held && environmentId !== null && !made ? (
          <HeldActions
            environmentId={environmentId}
            name={name}
            label={label}
            onRotate={state.kind === 'stored' && !state.replacing ? rotate : null}
          />
        ) : null}
      </Group>
      {held && state.kind === 'stored' && (typed !== '' || keepsOld) ? (
        <Checkbox
          label="Keep the old one until the new one has obtained a token"
          aria-label={`Keep the old one until the new one has obtained a token (${label})`}
          checked={keepsOld}
          onChange={(event) => setKeepOld(name, event.currentTarget.checked)}
        />
      ) : null}
      {held && state.replacing && environmentId !== null ? (
        <Replacing environmentId={environmentId} name={name} label={label} />
      ) : null}
    </Stack>
  )
}
