import { Buffer } from 'node:buffer'
import { setImmediate as pause } from 'node:timers/promises'

/** A part as it is sent; `fileName` is null for one that is no file. Without Content-Type where that is empty. */
export interface Part {
  name: string
  fileName: string | null
  contentType: string
  content: Buffer
}

/** Bytes that are searched, and copied, before something else gets its turn: about 5 ms. */
const searchedAtOnce = 1 << 20
const copiedAtOnce = 8 << 20

/** A boundary that is in none of the parts; `newText` gives another text each time. @see RFC 2046 §5.1.1 */
export async function boundaryFor(parts: readonly Part[], newText: () => string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const boundary = `ccx-${newText().replaceAll(/[^A-Za-z0-9]/g, '')}${attempt === 0 ? '' : attempt}`.slice(-70)
    if (!(await isInAny(parts, boundary))) return boundary
  }
}

/** The body of multipart/form-data; text is sent as typed. @see RFC 7578 §4 */
export async function multipartBody(parts: readonly Part[], boundary: string): Promise<Buffer> {
  return joined([
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n${headOf(part)}\r\n`), part.content, lineBreak]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
}

export const multipartType = (boundary: string): string => `multipart/form-data; boundary=${boundary}`

const lineBreak = Buffer.from('\r\n')

function headOf({ name, fileName, contentType }: Part): string {
  const file = fileName === null ? '' : `; filename="${quotable(fileName)}"`
  const type = contentType === '' ? '' : `Content-Type: ${contentType}\r\n`
  return `Content-Disposition: form-data; name="${quotable(name)}"${file}\r\n${type}`
}

/** As browsers write names, in UTF-8. @see https://html.spec.whatwg.org/#multipart-form-data */
const quotable = (text: string): string => text.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22')

async function isInAny(parts: readonly Part[], boundary: string): Promise<boolean> {
  const sought = Buffer.from(boundary)
  for (const { content, name, fileName, contentType } of parts) {
    if (`${name}\n${fileName ?? ''}\n${contentType}`.includes(boundary)) return true
    for (let start = 0; start < content.length; start += searchedAtOnce) {
      if (content.subarray(start, start + searchedAtOnce + sought.length - 1).includes(sought)) return true
      if (content.length > searchedAtOnce) await pause()
    }
  }
  return false
}

async function joined(chunks: readonly Buffer[]): Promise<Buffer> {
  const body = Buffer.allocUnsafeSlow(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let filled = 0
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += copiedAtOnce) {
      filled += chunk.copy(body, filled, start, Math.min(start + copiedAtOnce, chunk.length))
      if (chunk.length > copiedAtOnce) await pause()
    }
  }
  return body
}
