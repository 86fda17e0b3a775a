import { mimeOf } from '../../../../electron/common/content-type.ts'

/** What a body is shown as. */
export type BodyKind = 'json' | 'text' | 'image' | 'bytes'

interface Looks {
  kind: BodyKind
  /** What the bytes are, where they say so. */
  mime: string | null
  /** What the header field says of them, where that is something else. */
  claimed: string | null
}

/** The first bytes of formats that say what they are. `at` is where they are. */
const signatures: readonly { mime: string; bytes: readonly number[]; at?: number }[] = [
  { mime: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { mime: 'image/webp', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { mime: 'image/avif', bytes: [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69], at: 4 },
  { mime: 'image/bmp', bytes: [0x42, 0x4d] },
  { mime: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mime: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { mime: 'application/gzip', bytes: [0x1f, 0x8b, 0x08] },
  { mime: 'application/zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { mime: 'application/wasm', bytes: [0x00, 0x61, 0x73, 0x6d] },
  { mime: 'audio/ogg', bytes: [0x4f, 0x67, 0x67, 0x53] },
  { mime: 'video/mp4', bytes: [0x66, 0x74, 0x79, 0x70], at: 4 },
]

/** Types that name what another one is as well. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'application/zip': ['application/java-archive', 'application/epub+zip'],
  'application/gzip': ['application/x-gzip'],
  'image/avif': ['image/avif-sequence'],
  'image/jpeg': ['image/jpg', 'image/pjpeg'],
  'video/mp4': ['audio/mp4', 'image/heic', 'video/quicktime', 'audio/x-m4a'],
}

const images: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
])

/** What bytes are by their first ones; null where they do not say. */
export function sniffed(bytes: Uint8Array): string | null {
  return (
    signatures.find(({ bytes: wanted, at = 0 }) => wanted.every((byte, index) => bytes[at + index] === byte))?.mime ??
    null
  )
}

/** How a body of bytes that are no text is shown. */
export function looksOfBytes(bytes: Uint8Array, contentType: string): Looks {
  const mime = sniffed(bytes)
  const claimed = mimeOf(contentType)
  const kind = mime !== null && images.has(mime) ? 'image' : 'bytes'
  return { kind, mime, claimed: mime === null || isSame(mime, claimed) ? null : claimed }
}

/** An office document is a zip file, and most types of applications are something else that they are made of. */
const isSame = (mime: string, claimed: string): boolean =>
  claimed === '' ||
  claimed === mime ||
  claimed === 'application/octet-stream' ||
  (alike[mime] ?? []).includes(claimed) ||
  (mime === 'application/zip' && /^application\/(?:vnd\.|x-)/.test(claimed))

/** How a text is shown. Of the beginning of a larger one it is not known whether it is JSON. */
export function looksOfText(text: string, contentType: string): Looks {
  const claimed = mimeOf(contentType)
  const start = text.slice(0, 1000).trimStart()
  if (isSvg(start, claimed)) return { kind: 'image', mime: 'image/svg+xml', claimed: null }
  const saysJson = /[/+]json$/.test(claimed)
  const mime = /^<!doctype html|^<html\b/i.test(start)
    ? 'text/html'
    : /^<\?xml\b/.test(start)
      ? 'application/xml'
      : null
  const differs = (saysJson && mime !== null) || images.has(claimed) || claimed === 'application/pdf'
  return {
    kind: saysJson || /^[[{]/.test(start) ? 'json' : 'text',
    mime: mime ?? (differs ? 'text/plain' : null),
    claimed: differs ? claimed : null,
  }
}

const isSvg = (start: string, claimed: string): boolean =>
  claimed === 'image/svg+xml' ? start.startsWith('<') : claimed === '' && /^<svg\b/.test(start)

/**
 * Whether an image is shown as its source until a person asks for the image: an SVG of 1 KB can take for ever to draw, and holds
 * up the whole window then.
 */
export const isSourceFirst = ({ mime }: Pick<Looks, 'mime'>): boolean => mime === 'image/svg+xml'

/** Bytes of base64; of damaged base64 none. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
