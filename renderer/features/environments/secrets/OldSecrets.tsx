import { Group, Text } from '@mantine/core'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import { hrefOf } from '../../../route.ts'
import { useEnvironment } from '../../../queries/environments.ts'
import { usePreferences } from '../../../queries/host-state.ts'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { daysTooOld } from './secret-state.ts'

/** The reminder that a stored secret should be replaced, where a person works with it. */
export function OldSecrets({ environmentId: id }: { environmentId: string }) {
  const secrets = useEnvironment(id).data?.secrets
  const reminder = usePreferences().data?.secretReminderDays ?? 0
  const now = useNow()
  if (secrets === undefined) return null
  const old = secretNames.flatMap((name) => {
    const days = daysTooOld(secrets[name], reminder, now)
    return days === null ? [] : [`${secretLabels[name]}: set ${days} days ago.`]
  })
  if (old.length === 0) return null
  return (
    <Group px={12} pb={6} gap={8} wrap="nowrap" role="status">
      <StateIcon tone="warn" word="Warning" />
      <Text size="sm">
        {old.join(' ')} <a href={hrefOf({ kind: 'environment', id, tab: 'configure' })}>Rotate it under Configure</a>
      </Text>
    </Group>
  )
}
