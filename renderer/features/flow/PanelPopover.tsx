import { Popover } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'

interface Props {
  title: string
  /** What assistive technology calls what opens. */
  label: string
  children: ReactNode
}

/** More of the panel, over what is below it. */
export function PanelPopover({ title, label, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={480}
      withinPortal={false}
      withRoles={false}
    >
      <Popover.Target>
        <button
          type="button"
          className="link-button flow-others"
          aria-expanded={isOpen}
          onClick={() => setOpen((was) => !was)}
        >
          <IconChevronRight size={14} aria-hidden />
          {title}
        </button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label} className="flow-popover">
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
