import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconFileExport, IconLock } from '@tabler/icons-react'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { historyAt } from '../../history-of.ts'
import { navigate } from '../../route.ts'
import { useCopyAsCurl } from '../../queries/copy-as-curl.ts'
import { useSaveHar } from '../../queries/exchanges.ts'
import { CurlButton } from '../../ui/CurlButton.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { toastFailed } from '../../ui/toast.ts'
import { toastSaved } from '../../ui/toast-saved.ts'

interface Props {
  exchange: Exchange
  /** The ids of all that can be chosen, newest first. */
  listed: readonly string[]
  /** What all of them are of. */
  of: string
}

/** What can be taken along of an exchange. */
export function ExchangeActions({ exchange: { id, environmentId, tls }, listed, of }: Props) {
  const { copy, ...copied } = useCopyAsCurl(environmentId ?? '')
  const save = useSaveHar()
  const saveThese = (ids: string[]) =>
    save.mutate(ids, {
      onSuccess: (outcome) => toastSaved('HAR file', outcome),
      onError: ({ message }) => toastFailed('HAR file: not saved', message),
    })
  return (
    <div className="drawer-foot">
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
        >
          Export HAR
        </Button>
        <Menu position="top-end" withinPortal={false}>
          <Menu.Target>
            <ActionIcon variant="default" size={28} aria-label="More exports">
              <IconChevronDown size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => saveThese(listed.toReversed())}>
              All {listed.length} exchanges of {of}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => navigate(historyAt(id))}>Open in History</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {tls?.protocol ? (
        <span className="drawer-tls">
          <IconLock size={14} aria-hidden /> {visible(tls.protocol.replace('TLSv', 'TLS '))}
        </span>
      ) : null}
    </div>
  )
}
