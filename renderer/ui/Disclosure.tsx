import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'

/** Something that few need, behind its title; made when it is first opened, and kept as it is from then on. */
export function Disclosure({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  const id = useId()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const expanded = chosen ?? open
  const [wasOpened, setWasOpened] = useState(open)
  if (expanded && !wasOpened) setWasOpened(true)
  return (
    <div>
      <Button
        variant="transparent"
        size="compact-xs"
        px={0}
        leftSection={expanded ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        aria-expanded={expanded}
        aria-controls={id}
        onClick={() => setChosen(!expanded)}
      >
        {title}
      </Button>
      <div id={id} hidden={!expanded} style={{ paddingTop: 4 }}>
        {wasOpened ? children : null}
      </div>
    </div>
  )
}
