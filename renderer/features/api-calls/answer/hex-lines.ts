export interface HexLine {
  /** As eight hexadecimal digits. */
  offset: string
  hex: string
  /** A dot for what is no character of ASCII. */
  text: string
}

/** A line of the hex view, counted from 0. Eight bytes are a group. */
export function hexLine(bytes: Uint8Array, index: number, bytesInLine: 8 | 16): HexLine {
  const from = index * bytesInLine
  const part = [...bytes.subarray(from, from + bytesInLine)]
  const hex = part.map((byte) => byte.toString(16).padStart(2, '0'))
  return {
    offset: from.toString(16).padStart(8, '0'),
    hex: `${hex.slice(0, 8).join(' ')}  ${hex.slice(8).join(' ')}`.trimEnd(),
    text: part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
  }
}
