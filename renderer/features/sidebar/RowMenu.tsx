import './sidebar-late.css'
import { Menu } from '@mantine/core'
import {
  IconAdjustmentsHorizontal,
  IconCopy,
  IconFileExport,
  IconHistory,
  IconKey,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { historyOf } from '../../history-of.ts'
import { navigate } from '../../route.ts'
import type { EnvironmentActs } from '../../queries/environment-acts.ts'
import { shortcutText } from '../../ui/shortcut-text.ts'
import { focusRow } from './focus-row.ts'
import { AnchoredMenu } from '../../ui/AnchoredMenu.tsx'
import { MoveTo } from '../../ui/MoveTo.tsx'
import { NewFolder } from '../../ui/NewFolder.tsx'
import { folderRule } from '../../../electron/vocabulary/environment-rules.ts'
import type { OpenedMenu } from './opened-menu.ts'

interface Props {
  opened: OpenedMenu
  /** Those that there are. */
  folders: readonly string[]
  acts: EnvironmentActs
  onMove: (folder: string) => void
  onClose: () => void
}

/** What can be done with one environment of the list, where the pointer or its row is. */
export function RowMenu({ opened: { environment, ...at }, folders, acts, onMove, onClose }: Props) {
  const [namesFolder, setNamesFolder] = useState(false)
  const { id, name, builtIn, folder } = environment
  const close = () => {
    onClose()
    focusRow(id)
  }
  const act = (name_: keyof EnvironmentActs) => () => {
    close()
    acts[name_](environment)
  }
  if (namesFolder) return <NewFolder name={name} rule={folderRule} onMove={onMove} onClose={close} />
  return (
    <AnchoredMenu at={at} label={`Actions for ${name}`} onClose={close}>
      <Menu.Item leftSection={<IconKey size={16} stroke={1.6} />} onClick={act('requestToken')} data-autofocus>
        Request token
      </Menu.Item>
      <Menu.Item
        leftSection={<IconHistory size={16} stroke={1.6} />}
        onClick={() => {
          close()
          navigate(historyOf(id))
        }}
      >
        Open in History
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconCopy size={16} stroke={1.6} />}
        rightSection={<kbd>{shortcutText('D')}</kbd>}
        onClick={act('duplicate')}
      >
        Duplicate
      </Menu.Item>
      {builtIn ? null : (
        <MoveTo
          folder={folder}
          folders={folders}
          onMove={(chosen) => {
            close()
            onMove(chosen)
          }}
          onNew={() => setNamesFolder(true)}
        />
      )}
      {builtIn ? null : (
        <Menu.Item leftSection={<IconFileExport size={16} stroke={1.6} />} onClick={act('exportOnly')}>
          Export…
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} />}
        rightSection={<kbd>F2</kbd>}
        onClick={act('rename')}
      >
        Rename
      </Menu.Item>
      {builtIn ? null : (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            rightSection={<kbd>Del</kbd>}
            onClick={act('remove')}
          >
            Delete
          </Menu.Item>
        </>
      )}
    </AnchoredMenu>
  )
}
