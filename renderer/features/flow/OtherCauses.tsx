import { Popover } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'

/** What else may be the cause. */
export function OtherCauses({ others }: { others: readonly string[] }) {
  const [isOpen, setOpen] = useState(false)
  if (others.length === 0) return null
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={420}
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
          Also possible ({others.length})
        </button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Also possible">
        <ul className="flow-other-causes">
          {others.map((other) => (
            <li key={other}>{other}</li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
