import { type RefObject, useEffect, useEffectEvent } from 'react'
import { readClientSettings } from '../../../../electron/common/client-settings/read-client-settings.ts'

/**
 * Hands over what is pasted where it would be lost: outside of all fields, or into a field of one line. Only what holds
 * settings; all else is pasted as ever, and so is what goes into a secret or a text of many lines.
 */
export function usePastedText(form: RefObject<HTMLElement | null>, onText: (text: string) => void): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const { target, clipboardData } = event
    if (!(target instanceof HTMLElement) || form.current?.checkVisibility() !== true) return
    if (document.querySelector('[role="dialog"]') !== null) return
    const text = clipboardData?.getData('text/plain') ?? ''
    const isOutside = !target.matches('input, textarea, select, [contenteditable]')
    const isInLine = target.matches('input[data-path]:not([type="password"])') && form.current.contains(target)
    if (text === '' || !(isOutside || isInLine) || !isOfSettings(text, isInLine)) return
    event.preventDefault()
    event.stopPropagation()
    onText(text)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event)
    // Before a field takes it.
    window.addEventListener('paste', listen, true)
    return () => window.removeEventListener('paste', listen, true)
  }, [])
}

/** A single variable may be meant as the value of the field that it is pasted into. */
function isOfSettings(text: string, isInLine: boolean): boolean {
  const outcome = readClientSettings(text)
  if (outcome.kind !== 'read') return false
  return !isInLine || outcome.settings.format !== 'dotenv' || text.trim().includes('\n')
}
