/**
 * How the text of a file is encoded, for a `TextDecoder`: UTF-8, or UTF-16 as PowerShell and Notepad write it. UTF-16 without
 * its byte order mark is known by the zero bytes that every Latin letter has.
 */
export function textEncodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 64)
  const zeros = (parity: 0 | 1) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length
  const most = Math.floor(start.length / 2) * 0.8
  if (most < 1) return 'utf-8'
  if (zeros(1) >= most && zeros(0) === 0) return 'utf-16le'
  return zeros(0) >= most && zeros(1) === 0 ? 'utf-16be' : 'utf-8'
}
