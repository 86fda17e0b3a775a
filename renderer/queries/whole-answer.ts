import { useQuery } from '@tanstack/react-query'
import type { Body } from '../../electron/contract/exchange.ts'
import { call } from '../host.ts'

/** Bytes that are read at a time. */
const partBytes = 1 << 20
/** Bodies up to this many bytes are read and shown whole: an editor draws the lines in sight, bytes are all decoded. */
const shownWhole: Readonly<Record<Body['encoding'], number>> = { 'utf-8': 10 << 20, base64: 2 << 20 }

export const isShownWhole = ({ decodedBytes, encoding }: Pick<Body, 'decodedBytes' | 'encoding'>): boolean =>
  decodedBytes <= shownWhole[encoding]

interface Whole {
  text: string
  isWhole: boolean
}

/** All of a body that is not too large to be shown at once; the beginning of one that is, or of which no more is kept. */
export function useWholeAnswer(exchangeId: string, { text, isHead, decodedBytes, encoding }: Body): Whole | null {
  const isRead = isHead === true && isShownWhole({ decodedBytes, encoding })
  const { data } = useQuery({
    queryKey: ['answer', exchangeId],
    queryFn: () => readWhole(exchangeId, encoding),
    enabled: isRead,
    staleTime: Infinity,
    gcTime: 30_000,
  })
  if (!isRead) return { text, isWhole: isHead !== true }
  if (data === undefined) return null
  return data === null ? { text, isWhole: false } : { text: data, isWhole: true }
}

/** Null when it is no longer kept. */
async function readWhole(id: string, encoding: Body['encoding']): Promise<string | null> {
  // Base64 of parts can be joined where each has a multiple of three bytes.
  const length = encoding === 'base64' ? partBytes - (partBytes % 3) : partBytes
  const parts: string[] = []
  for (let from = 0; ;) {
    const part = await call('readAnswer', { id, from, length })
    if (part === null) return null
    parts.push(part.text)
    if (part.to >= part.total) return parts.join('')
    from = part.to
  }
}
