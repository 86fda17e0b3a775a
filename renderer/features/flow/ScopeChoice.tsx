import { Button, Checkbox, Popover } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useState } from 'react'

interface Props {
  /** Of the environment. */
  scopes: readonly string[]
  asked: readonly string[]
  isDisabled: boolean
  onChange: (asked: readonly string[]) => void
}

/** Which of the scopes are asked for. */
export function ScopeChoice({ scopes, asked, isDisabled, onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      withinPortal={false}
      withRoles={false}
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          className="flow-scopes"
          disabled={isDisabled}
          aria-expanded={isOpen}
          rightSection={<IconSelector size={14} stroke={1.6} aria-hidden />}
          onClick={() => setOpen((was) => !was)}
        >
          <span className="flow-select-label">Scopes</span> {asked.length} of {scopes.length}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Scopes to ask for">
        {scopes.length === 0 ? 'This environment asks for no scopes.' : null}
        <Checkbox.Group value={[...asked]} onChange={onChange} aria-label="Scopes to ask for">
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={<bdi className="mono">{scope}</bdi>} my={8} />
          ))}
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}
