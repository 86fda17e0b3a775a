import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconFileExport } from '@tabler/icons-react'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { useCopyAsCurl } from '../../queries/copy-as-curl.ts'
import { useSaveHar } from '../../queries/exchanges.ts'
import { CurlButton } from '../../ui/CurlButton.tsx'
import { toastFailed, toastSaved } from '../../ui/toast.ts'

/** What can be taken along of an exchange; `listed` are the ids of all that can be chosen, newest first. */
export function ExchangeActions({
  exchange: { id, environmentId },
  listed,
}: {
  exchange: Exchange
  listed: readonly string[]
}) {
  const { copy, ...copied } = useCopyAsCurl(environmentId ?? '')
  const save = useSaveHar()
  const saveThese = (ids: string[]) =>
    save.mutate(ids, {
      onSuccess: (outcome) => toastSaved('HAR file', outcome),
      onError: ({ message }) => toastFailed('HAR file: not saved', message),
    })
  return (
    <Group gap={6}>
      <CurlButton
        {...copied}
        title="Secrets and tokens are masked in it: they are not kept with exchanges."
        copy={() => copy({ kind: 'exchange', id })}
      />
      <Group gap={0} wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconFileExport size={14} aria-hidden />}
          title="Saves this exchange as HAR 1.2. Secrets and tokens are masked in it."
          onClick={() => saveThese([id])}
          style={{ borderStartEndRadius: 0, borderEndEndRadius: 0, borderRight: 0 }}
        >
          Export HAR
        </Button>
        <Menu position="bottom-end" withinPortal={false}>
          <Menu.Target>
            <ActionIcon
              variant="default"
              size={30}
              aria-label="More exports"
              style={{ borderStartStartRadius: 0, borderEndStartRadius: 0 }}
            >
              <IconChevronDown size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => saveThese(listed.toReversed())}>
              All {listed.length} exchanges of this environment
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Group>
  )
}
