import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A part of a page that assistive technology finds by its name. `title` may say more than the name. */
export function Region({
  name,
  title = name,
  actions = null,
  children,
}: {
  name: string
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-label={name}>
      <Group justify="space-between" mb={6} wrap="nowrap" mih={26}>
        <Title order={2} size="sm">
          {title}
        </Title>
        <Group gap={6} wrap="nowrap">
          {actions}
        </Group>
      </Group>
      {children}
    </section>
  )
}
