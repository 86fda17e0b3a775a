import { Checkbox, Stack, Text } from '@mantine/core'
import type { SharingKeys } from '../../../../electron/contract/sharing.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { Region } from '../../../ui/Region.tsx'
import { CreateKeys } from '../keys/CreateKeys.tsx'

interface Props {
  sign: boolean
  keys: SharingKeys | null
  onChange: (sign: boolean) => void
}

/** A signature shows others that a file is from the same person as the last one, and was not changed. */
export function SignChoice({ sign, keys, onChange }: Props) {
  const own = keys?.own ?? null
  return (
    <Region name="Signature">
      <Stack gap={8}>
        <Checkbox
          label="Sign with my key"
          description="Others see that it is from you, and that nobody changed it."
          checked={sign}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {sign && own !== null ? (
          <Text size="sm">
            As {visible(own.name)}, <span className="fingerprint">{own.fingerprint}</span>
          </Text>
        ) : null}
        {sign && keys !== null && own === null ? <CreateKeys /> : null}
      </Stack>
    </Region>
  )
}
