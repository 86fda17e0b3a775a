import { capital } from '../../electron/common/capital.ts'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { assertNever } from '../../electron/common/assert-never.ts'
import type { Remedy } from '../../electron/contract/finding.ts'
import { EnterSecret } from './EnterSecret.tsx'
import { visible } from '../../electron/common/visible.ts'
import type { AllowOrigin, Remedies } from './remedies.ts'
import { allowText } from '../../electron/wording/allow.ts'
import { secretLabels } from '../../electron/wording/secret-names.ts'
import { StoragePanel } from './StoragePanel.tsx'

/** What a person can settle on the spot, so that the request can go out. */
export function RemedyPanel({ remedy, remedies }: { remedy: Remedy; remedies: Remedies }) {
  const { verb, answer, storage, changes, pending, error } = remedies
  switch (remedy.kind) {
    case 'allow_origin':
      return <Allow remedy={remedy} remedies={remedies} />
    case 'answer':
      return (
        <EnterSecret
          label={secretLabels[remedy.secret]}
          action={capital(verb)}
          focused
          pending={pending}
          error={error?.message ?? null}
          onEnter={(value) => answer(remedy.secret, value)}
        />
      )
    case 'unlock':
      return storage === null ? null : <StoragePanel storage={storage} changes={changes} compact focused />
    default:
      return assertNever(remedy)
  }
}

/** Says which secret from where would go where. It takes the focus, but no button does: Enter alone allows nothing. */
function Allow({ remedy, remedies }: { remedy: AllowOrigin; remedies: Remedies }) {
  const { verb, allow, dismiss, pending, error } = remedies
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement?.getAttribute('role') !== 'tab') box.current?.focus()
  }, [])
  const { would, soFar } = allowText(remedy)
  return (
    <Stack ref={box} gap={6} tabIndex={-1} role="group" aria-label="Allow a new origin" className="asks">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {visible(would)}
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {visible(soFar)}
      </Text>
      {error === null ? null : (
        <Text size="sm" c="var(--err)" role="alert">
          {visible(error.message)}
        </Text>
      )}
      <Group gap={8}>
        <Button loading={pending} onClick={() => allow(remedy)}>
          Allow and {verb}
        </Button>
        <Button variant="default" disabled={pending} onClick={dismiss}>
          Don’t {verb}
        </Button>
      </Group>
    </Stack>
  )
}
