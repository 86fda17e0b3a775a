import { useEffect, useMemo, useState } from 'react'
import type { colouredJson, Piece } from './coloured-json.ts'

/** All of a longer text is drawn plain: its parts would take longer to draw than a key may. */
const mostCharacters = 10_000

type Colour = typeof colouredJson

/** A text in coloured parts; null until what reads it is loaded, and for one that is too long. */
export function useColouredJson(text: string): readonly Piece[] | null {
  const [colour, setColour] = useState<{ json: Colour } | null>(null)
  useEffect(() => {
    let isOpen = true
    const load = async () => {
      const { colouredJson: json } = await import('./coloured-json.ts')
      if (isOpen) setColour({ json })
    }
    // Where that fails, it stays plain.
    load().catch(() => {})
    return () => {
      isOpen = false
    }
  }, [])
  return useMemo(() => (colour === null || text.length > mostCharacters ? null : colour.json(text)), [colour, text])
}
