import { Button, Group, Text } from '@mantine/core'
import { IconSwitchHorizontal } from '@tabler/icons-react'
import type { Sides } from '../../queries/comparison.ts'
import { askedAndGranted, beforeAndAfter, presentEnvironment, twoEnvironments } from './presets.ts'
import type { Known } from './side-options.ts'

interface Props {
  sides: Sides
  known: Known
  onChoose: (sides: Sides) => void
}

/** The usual comparisons, by one click. */
export function Presets({ sides, known, onChoose }: Props) {
  const id = presentEnvironment(sides, known)
  const name = known.environments.find((environment) => environment.id === id)?.name ?? ''
  return (
    <Group gap={8} wrap="nowrap">
      <Text size="sm" className="ellipsis" title={name} miw={0}>
        In {name}:
      </Text>
      <Group gap={6} wrap="nowrap" style={{ flexShrink: 0 }}>
        <Button variant="default" onClick={() => id !== null && onChoose(beforeAndAfter(id))}>
          Previous and current token
        </Button>
        <Button variant="default" onClick={() => id !== null && onChoose(askedAndGranted(id))}>
          Requested and granted
        </Button>
        <Button variant="default" onClick={() => id !== null && onChoose(twoEnvironments(id, known))}>
          Two environments
        </Button>
      </Group>
      <Button
        ml="auto"
        variant="default"
        leftSection={<IconSwitchHorizontal size={14} aria-hidden />}
        disabled={sides.left === null && sides.right === null}
        style={{ flexShrink: 0 }}
        onClick={() => onChoose({ left: sides.right, right: sides.left })}
      >
        Swap sides
      </Button>
    </Group>
  )
}
