import { Menu } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { visible } from '../../../../electron/common/visible.ts'
import { AnchoredMenu } from '../../../ui/AnchoredMenu.tsx'
import type { At } from '../../../ui/at.ts'
import { count } from '../../../ui/count.ts'

interface Props {
  at: At
  folder: string
  calls: number
  onRename: () => void
  onRemove: () => void
  onClose: () => void
}

/** What can be done with a folder and all calls in it. */
export function CallFolderMenu({ at, folder, calls, onRename, onRemove, onClose }: Props) {
  const act = (does: () => void) => () => {
    onClose()
    does()
  }
  return (
    <AnchoredMenu at={at} label={`Actions for folder ${visible(folder)}`} onClose={onClose}>
      <Menu.Item
        leftSection={<IconPencil size={16} stroke={1.6} />}
        rightSection={<kbd>F2</kbd>}
        onClick={act(onRename)}
        data-autofocus
      >
        Rename folder
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={16} stroke={1.6} />}
        rightSection={<kbd>Del</kbd>}
        onClick={act(onRemove)}
      >
        Delete {count(calls, 'call')}
      </Menu.Item>
    </AnchoredMenu>
  )
}
