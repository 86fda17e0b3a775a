import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useEffectEvent } from 'react'
import { settingsFormats } from '../../../../electron/wording/client-settings.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { count } from '../../../ui/count.ts'
import { useFormScope } from '../form-scope.ts'
import { UndoFill } from '../UndoFill.tsx'
import { useFill } from './use-fill.ts'

/** What a text filled in, with the way back, until it is saved or discarded, or the form is left. */
export function FilledRegion() {
  const { dirty } = useFormScope()
  const { filled, forget } = useFill()
  const leave = useEffectEvent(forget)
  useEffect(() => {
    if (!dirty) leave()
  }, [dirty])
  useEffect(() => () => leave(), [])
  if (filled === null) return null
  const { settings, changes, undo } = filled
  return (
    <section aria-label="Filled fields" className="discovery">
      <Banner
        tone="ok"
        title={`Filled ${count(changes.length, 'field')} from ${settingsFormats[settings.format]}`}
        reason="Nothing is saved yet. Undo keeps what you typed since."
        acts={
          <>
            <UndoFill onUndo={undo} />
            <ActionIcon variant="subtle" color="gray" me={-6} aria-label="Dismiss" title="Dismiss" onClick={forget}>
              <IconX size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </>
        }
      />
    </section>
  )
}
