import { useCallback, useLayoutEffect, useRef } from 'react'
import { useFrame } from './use-frame.ts'

interface Props {
  /** In milliseconds since 1970. */
  since: number
  text: (ms: number) => string
  className: string
}

/** A running time. It writes to one text node; nothing else is drawn again. */
export function Clock({ since, text, className }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  const written = useRef<Text | null>(null)
  useLayoutEffect(() => {
    written.current ??= document.createTextNode('')
    place.current?.append(written.current)
  }, [])
  useFrame(
    useCallback(() => {
      if (written.current !== null) written.current.nodeValue = text(Date.now() - since)
    }, [since, text]),
  )
  return <span ref={place} className={className} aria-hidden />
}
