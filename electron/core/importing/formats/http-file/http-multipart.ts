import type { ApiBody, ApiPart } from '../../../../contract/api-call.ts'
import { fileNameOf } from '../support/values.ts'
import type { Line } from './http-blocks.ts'

/** A form that is written with its boundaries. @see RFC 7578 §4 */
export function multipartOf(lines: readonly Line[], type: string, ofFile: (text: string) => string | null): ApiBody {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1]?.trim() ?? lines[0]?.text.trim().replace(/^--/, '') ?? ''
  const groups: string[][] = []
  for (const { text } of lines) {
    const line = text.trim()
    if (line === `--${boundary}`) groups.push([])
    else if (line === `--${boundary}--`) break
    else groups.at(-1)?.push(text)
  }
  return { kind: 'multipart', parts: groups.map((group) => partOf(group, ofFile)) }
}

function partOf(lines: readonly string[], ofFile: (text: string) => string | null): ApiPart {
  const empty = lines.findIndex((line) => line.trim() === '')
  const [head, content] = empty < 0 ? [lines, []] : [lines.slice(0, empty), lines.slice(empty + 1)]
  const headerOf = (name: string): string =>
    head
      .find((line) => line.trim().toLowerCase().startsWith(`${name}:`))
      ?.split(':')
      .slice(1)
      .join(':')
      .trim() ?? ''
  const disposition = headerOf('content-disposition')
  const parameter = (name: string): string =>
    disposition
      .split(';')
      .map((part) => part.trim())
      .find((part) => part.toLowerCase().startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .replaceAll('"', '') ?? ''
  const contentType = headerOf('content-type')
  const path = content.map(ofFile).find((one) => one !== null)
  const common = { name: parameter('name'), contentType, enabled: true }
  return path === undefined || path === null
    ? { kind: 'text', ...common, value: content.join('\n').trimEnd() }
    : { kind: 'file', ...common, file: { path: '', name: parameter('filename') || fileNameOf(path) } }
}
