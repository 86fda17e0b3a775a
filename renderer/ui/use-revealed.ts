import { useEffect, useState } from 'react'

const revealedFor = 20_000

/** Whether something secret is shown: for 20 s after it was asked for, and only while it stays the same thing. */
export function useRevealed(thing: unknown): [revealed: boolean, toggle: () => void] {
  const [asked, setAsked] = useState<{ thing: unknown } | null>(null)
  useEffect(() => {
    if (asked === null) return undefined
    const timer = setTimeout(() => setAsked(null), revealedFor)
    return () => clearTimeout(timer)
  }, [asked])
  const revealed = asked !== null && asked.thing === thing
  return [revealed, () => setAsked(revealed ? null : { thing })]
}

/** Hides a secret that is shown: after 20 s, and at once when the window is left or shows another place. */
export function useHideAgain(shown: boolean, hide: () => void): void {
  useEffect(() => {
    if (!shown) return undefined
    const timer = setTimeout(hide, revealedFor)
    const leaving = ['blur', 'hashchange', 'pagehide'] as const
    for (const event of leaving) window.addEventListener(event, hide)
    return () => {
      clearTimeout(timer)
      for (const event of leaving) window.removeEventListener(event, hide)
    }
  }, [shown, hide])
}
