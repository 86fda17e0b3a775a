import { Button, Group } from '@mantine/core'
import { useEffect } from 'react'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { useRevealToken } from '../../queries/tokens.ts'
import { Bytes } from '../../ui/Bytes.tsx'

const revealedFor = 20_000

/** The token, masked until asked for, and masked again after 20 s. */
export function Reveal({ token: { environmentId, masked } }: { token: HeldToken }) {
  const { data, mutate, reset } = useRevealToken()
  const shown = data ?? null
  useEffect(() => {
    if (shown === null) return undefined
    const timer = setTimeout(reset, revealedFor)
    return () => clearTimeout(timer)
  }, [shown, reset])
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <div style={{ flex: 1, minWidth: 0 }}>
        <Bytes text={shown ?? masked} />
      </div>
      <Button
        variant="transparent"
        size="compact-xs"
        px={0}
        style={{ flexShrink: 0 }}
        onClick={() => (shown === null ? mutate(environmentId) : reset())}
      >
        {shown === null ? 'Reveal for 20 s' : 'Hide'}
      </Button>
    </Group>
  )
}
