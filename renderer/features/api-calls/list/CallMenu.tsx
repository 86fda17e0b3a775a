import { Menu } from '@mantine/core'
import { IconCopy, IconCopyPlus, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { callFolderRule } from '../../../../electron/vocabulary/api-request-rules.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { AnchoredMenu } from '../../../ui/AnchoredMenu.tsx'
import type { At } from '../../../ui/at.ts'
import { copyText } from '../../../ui/copy-text.ts'
import { MoveTo } from '../../../ui/MoveTo.tsx'
import { titleOf } from '../../../ui/name-of.ts'
import { NewFolder } from '../../../ui/NewFolder.tsx'
import { shortcutText } from '../../../ui/shortcut-text.ts'
import { toastDone } from '../../../ui/toast.ts'

interface Props {
  at: At
  call: ApiCallSummary
  folders: readonly string[]
  onRename: () => void
  onDuplicate: () => void
  onMove: (folder: string) => void
  onRemove: () => void
  /** Puts the focus back on the row. */
  onClose: () => void
}

/** What can be done with a saved call. */
export function CallMenu({ at, call, folders, onRename, onDuplicate, onMove, onRemove, onClose }: Props) {
  const [namesFolder, setNamesFolder] = useState(false)
  const title = visible(titleOf(call))
  const act = (does: () => void) => () => {
    onClose()
    does()
  }
  if (namesFolder) return <NewFolder name={title} rule={callFolderRule} onMove={onMove} onClose={onClose} />
  return (
    <AnchoredMenu at={at} label={`Actions for ${title}`} onClose={onClose}>
      <Menu.Item
        leftSection={<IconPencil size={16} stroke={1.6} />}
        rightSection={<kbd>F2</kbd>}
        onClick={act(onRename)}
        data-autofocus
      >
        Rename
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopyPlus size={16} stroke={1.6} />}
        rightSection={<kbd>{shortcutText('D')}</kbd>}
        onClick={act(onDuplicate)}
      >
        Duplicate
      </Menu.Item>
      <MoveTo
        folder={call.folder}
        folders={folders}
        onMove={(folder) => act(() => onMove(folder))()}
        onNew={() => setNamesFolder(true)}
      />
      <Menu.Item leftSection={<IconCopy size={16} stroke={1.6} />} onClick={act(() => copyUrl(call.url))}>
        Copy URL
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconTrash size={16} stroke={1.6} />}
        rightSection={<kbd>Del</kbd>}
        onClick={act(onRemove)}
      >
        Delete
      </Menu.Item>
    </AnchoredMenu>
  )
}

function copyUrl(url: string): void {
  if (copyText(url)) toastDone('URL copied')
}
