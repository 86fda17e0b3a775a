import { Menu } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'

interface Props {
  /** The one that it is in; empty for none. */
  folder: string
  folders: readonly string[]
  onMove: (folder: string) => void
  onNew: () => void
}

/** The folders that a row can be moved to, within its menu. */
export function MoveTo({ folder, folders, onMove, onNew }: Props) {
  const others = folders.filter((one) => one !== folder)
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconFolder size={16} stroke={1.6} />}>Move to</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className="folders-menu">
        {folder === '' ? null : <Menu.Item onClick={() => onMove('')}>No folder</Menu.Item>}
        {others.map((one) => (
          <Menu.Item key={one} onClick={() => onMove(one)} title={one}>
            {one}
          </Menu.Item>
        ))}
        {others.length > 0 || folder !== '' ? <Menu.Divider /> : null}
        <Menu.Item closeMenuOnClick={false} onClick={onNew}>
          New folder…
        </Menu.Item>
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}
