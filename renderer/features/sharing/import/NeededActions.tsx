import { Button } from '@mantine/core'
import { showLackingSecret } from '../../../queries/environment-filter.ts'
import { useRequestTokens } from '../../../queries/request-tokens.ts'
import { createKept, useKept } from '../../../state/kept.ts'
import { count } from '../../../ui/count.ts'
import { suppliedIds } from './needed-secrets.ts'
import { useTypedCount } from './typed-rows.ts'
import type { NeededRow } from './use-needed-secrets.ts'

/** Whether tokens are being requested, by the id of the import: leaving the page does not end it. */
const requesting = createKept(false)

interface Props {
  importId: string
  rows: readonly NeededRow[]
  isSaving: boolean
  isLater: boolean
  onSave: () => void
  onLater: () => void
}

/** Saves what is typed, leaves the rest for later, and requests the first tokens with what is saved. */
export function NeededActions({ importId, rows, isSaving, isLater, onSave, onLater }: Props) {
  const [isRequesting, setRequesting] = useKept(requesting, importId)
  const requestTokens = useRequestTokens()
  const open = rows.filter(({ isSaved }) => !isSaved)
  const typed = useTypedCount(open)
  const supplied = suppliedIds(rows)
  const requestAll = async () => {
    setRequesting(() => true)
    await requestTokens(supplied)
    setRequesting(() => false)
  }
  return (
    <>
      {open.length === 0 ? null : (
        <>
          <Button variant="subtle" color="gray" onClick={showLackingSecret}>
            Show in the sidebar
          </Button>
          {isLater ? null : (
            <Button variant="default" onClick={onLater}>
              Set later
            </Button>
          )}
          <Button data-save-needed loading={isSaving} disabled={typed === 0} onClick={onSave}>
            Save {typed === 0 ? 'secrets' : count(typed, 'secret')}
          </Button>
        </>
      )}
      {supplied.length === 0 ? null : (
        <Button
          variant={open.length === 0 ? 'filled' : 'default'}
          loading={isRequesting}
          onClick={() => void requestAll()}
        >
          Request {count(supplied.length, 'token')}
        </Button>
      )}
    </>
  )
}
