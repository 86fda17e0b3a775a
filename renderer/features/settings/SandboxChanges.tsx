import { Checkbox, Stack, Text } from '@mantine/core'
import { sandboxChanges } from '../../../electron/vocabulary/sandbox-changes.ts'
import { sandboxChangeTexts } from '../../../electron/wording/sandbox-changes.ts'
import { useSandboxChanges, useSetSandboxChanges } from '../../queries/sandbox-changes.ts'

/** Switches for what the sandbox does differently, to see how the app notices it. */
export function SandboxChanges() {
  const changes = useSandboxChanges().data ?? []
  const set = useSetSandboxChanges()
  return (
    <Stack gap={6} mt={8} role="group" aria-label="Changes to try">
      <Text size="sm">
        Changes to try. Each one shows up in the Activity tab of a sandbox environment, compared with the requests
        before it. A restart of the sandbox switches them off.
      </Text>
      {sandboxChanges.map((change) => (
        <Checkbox
          key={change}
          label={sandboxChangeTexts[change].label}
          description={sandboxChangeTexts[change].description}
          checked={changes.includes(change)}
          onChange={({ currentTarget: { checked } }) => {
            set.mutate(checked ? [...changes, change] : changes.filter((each) => each !== change))
          }}
        />
      ))}
    </Stack>
  )
}
