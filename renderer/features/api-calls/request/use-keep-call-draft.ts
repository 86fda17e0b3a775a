import { useEffect } from 'react'
import { useKeepDraft } from '../../../queries/drafts.ts'
import type { CallForm } from './call-form.ts'

const pause = 250
/** Main takes no longer draft. */
const mostCharacters = 2_000_000

/** The draft of what is typed; empty where it is as it is saved. */
export function callDraft({ get, changed }: CallForm): string {
  const text = changed().length === 0 ? '' : JSON.stringify(get())
  return text.length > mostCharacters ? '' : text
}

/** Keeps what is typed and not saved, once typing pauses and when the call is left. */
export function useKeepCallDraft(form: CallForm, draftKey: string): void {
  const keepDraft = useKeepDraft()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const keep = () => {
      timer = null
      keepDraft(draftKey, callDraft(form))
    }
    const end = form.subscribe(() => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(keep, pause)
    })
    return () => {
      end()
      if (timer === null) return
      clearTimeout(timer)
      keep()
    }
  }, [form, draftKey, keepDraft])
}
