import type { ApiBody, ApiPart } from '../../../../contract/api-call.ts'
import type { ImportFact } from '../../../../contract/import-note.ts'
import { encodeForm } from '../../../../common/client-settings/encodings.ts'
import { withScheme } from '../support/absolute-url.ts'
import { fileNameOf } from '../support/values.ts'
import { withoutBrowsers } from '../requests/browser-headers.ts'
import { bodyByType, headerOf, type WrittenRequest } from '../requests/written-request.ts'
import type { PsParameters } from './ps-parameters.ts'
import { type PsValue, textOfValue } from './ps-value.ts'

export interface PsRequest extends Pick<WrittenRequest, 'method' | 'url' | 'headers' | 'body'> {
  followRedirects: boolean
  facts: ImportFact[]
}

/** Parameters that change how a request travels, and have no place here. */
const notUsed = ['certificate', 'certificatethumbprint', 'proxy', 'proxycredential', 'websession', 'transferencoding']

/** The request of Invoke-RestMethod or Invoke-WebRequest; null without a URL. */
export function psRequest(parameters: PsParameters): PsRequest | null {
  const facts: ImportFact[] = []
  const of = (name: string): string => {
    const value = parameters.get(name)
    return value === undefined ? '' : textOfValue(value)
  }
  const url = withScheme(of('uri').trim(), 'http')
  if (url === '') return null
  const { kept: headers, facts: ofBrowser } = withoutBrowsers(headersOf(parameters))
  facts.push(...ofBrowser)
  const authentication = of('authentication').toLowerCase()
  if (/^(?:bearer|oauth)$/.test(authentication)) headers.push(['Authorization', `Bearer ${of('token')}`])
  else if (parameters.has('credential') || parameters.has('usedefaultcredentials'))
    facts.push({ code: 'other_authorization', evidence: { type: authentication || '-Credential' } })
  if (parameters.has('skipcertificatecheck')) facts.push({ code: 'certificate_checks_off', evidence: {} })
  for (const name of notUsed) if (parameters.has(name)) facts.push({ code: 'not_used', evidence: { name: `-${name}` } })
  if (of('useragent') !== '') headers.push(['User-Agent', of('useragent')])
  const method = (of('custommethod') || of('method') || 'GET').toUpperCase()
  const isRead = method === 'GET' || method === 'HEAD'
  const given = parameters.get('body')
  const type = of('contenttype') || headerOf(headers, 'content-type')
  const query = isRead && given?.kind === 'table' ? formOf(given.entries) : ''
  const body = isRead ? { kind: 'none' as const } : bodyOf(parameters, given, type)
  for (const name of filesOf(parameters)) facts.push({ code: 'file_not_read', evidence: { name } })
  return {
    method,
    url: query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`,
    headers,
    body,
    followRedirects: of('maximumredirection') !== '0',
    facts,
  }
}

function headersOf(parameters: PsParameters): [string, string][] {
  const table = parameters.get('headers')
  return table?.kind === 'table' ? table.entries.map(([name, value]) => [name, textOfValue(value)]) : []
}

const formOf = (entries: readonly (readonly [string, PsValue])[]): string =>
  entries.map(([name, value]) => `${encodeForm(name)}=${encoded(textOfValue(value))}`).join('&')

/** Variables stay as they are. */
const encoded = (text: string): string =>
  text
    .split(/(\{\{[\w.-]+\}\})/)
    .map((part) => (part.startsWith('{{') ? part : encodeForm(part)))
    .join('')

function bodyOf(parameters: PsParameters, given: PsValue | undefined, type: string): ApiBody {
  const form = parameters.get('form')
  if (form?.kind === 'table') return { kind: 'multipart', parts: form.entries.map(partOf) }
  const file = parameters.get('infile')
  if (file !== undefined)
    return { kind: 'file', file: { path: '', name: fileNameOf(textOfValue(file)) }, contentType: type }
  if (given === undefined) return { kind: 'none' }
  if (given.kind === 'table')
    return {
      kind: 'form',
      fields: given.entries.map(([name, value]) => ({
        name: isToken(given.entries) ? name.toLowerCase() : name,
        value: textOfValue(value),
        enabled: true,
      })),
    }
  return bodyByType(textOfValue(given), type || 'application/x-www-form-urlencoded')
}

/** A token request whose names are in letters of any case, which servers do not take. */
const isToken = (entries: readonly (readonly [string, PsValue])[]): boolean =>
  entries.some(([name]) => name.toLowerCase() === 'grant_type')

const partOf = ([name, value]: readonly [string, PsValue]): ApiPart =>
  value.kind === 'file'
    ? { kind: 'file', name, file: { path: '', name: fileNameOf(value.path) }, contentType: '', enabled: true }
    : { kind: 'text', name, value: textOfValue(value), contentType: '', enabled: true }

function filesOf(parameters: PsParameters): string[] {
  const form = parameters.get('form')
  const file = parameters.get('infile')
  return [
    ...(file === undefined ? [] : [textOfValue(file)]),
    ...(form?.kind === 'table' ? form.entries.flatMap(([, value]) => (value.kind === 'file' ? [value.path] : [])) : []),
  ]
}
