import { Checkbox, Stack, Text } from '@mantine/core'
import { driftingChanges, type SandboxChange, sandboxWeaknesses } from '../../../electron/vocabulary/sandbox-changes.ts'
import { sandboxChangeTexts } from '../../../electron/wording/sandbox-changes.ts'
import { useSandboxChanges, useSetSandboxChanges } from '../../queries/sandbox-changes.ts'

/** Switches for what the sandbox does differently, to see how the app finds it. */
export function SandboxChanges() {
  return (
    <>
      <Switches name="Changes to try" changes={driftingChanges}>
        Changes to try. Each one shows up in the Activity tab of a sandbox environment, compared with the requests
        before it. A restart of the sandbox switches them off.
      </Switches>
      <Switches name="Weaknesses to try" changes={sandboxWeaknesses}>
        Weaknesses to try. Each one shows up in the Review tab of a sandbox environment. A restart of the sandbox
        switches them off.
      </Switches>
    </>
  )
}

/** `children` says what they are for. */
function Switches(props: { name: string; changes: readonly SandboxChange[]; children: string }) {
  const { name, changes, children } = props
  const current = useSandboxChanges().data ?? []
  const set = useSetSandboxChanges()
  return (
    <Stack gap={6} mt={16} role="group" aria-label={name}>
      <Text size="sm">{children}</Text>
      {changes.map((change) => (
        <Checkbox
          key={change}
          label={sandboxChangeTexts[change].label}
          description={sandboxChangeTexts[change].description}
          checked={current.includes(change)}
          onChange={({ currentTarget: { checked } }) => {
            set.mutate(checked ? [...current, change] : current.filter((each) => each !== change))
          }}
        />
      ))}
    </Stack>
  )
}
