import { Switch } from '@mantine/core'
import { usePreferences, useSetPreferences } from '../../queries/host-state.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'

/** Whether the system may notify of changes. */
export function NotificationsRegion() {
  const isOn = usePreferences().data?.notifications
  const { mutate, isPending, error } = useSetPreferences()
  return (
    <Region name="Notifications">
      <Switch
        label="Notify me when something changes"
        description="Such as a new signing key, a lost scope or an outage, in environments that you use or watch. The app has to run."
        checked={isOn ?? false}
        disabled={isOn === undefined || isPending}
        onChange={({ currentTarget }) => mutate({ notifications: currentTarget.checked })}
      />
      {error === null ? null : <CallFailed error={error} />}
    </Region>
  )
}
