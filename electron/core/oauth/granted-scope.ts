import { memberOf, stringListOf, stringOf } from '../../common/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { finding } from '../finding.ts'
import { kindOfJson } from './response-body.ts'

export interface GrantedScope {
  /** Null when the answer does not say, or in no way that can be read. */
  granted: string[] | null
  wanted: string[]
  findings: Finding[]
}

/**
 * The scopes that an answer grants, beside those that were asked for, both split alike. Commas and line breaks separate
 * as well, and it is said when they do; a scope that was asked for with a comma in its name stays one.
 * @see RFC 6749 §3.3
 */
export function readGrantedScope(object: JsonObject, asked: string): GrantedScope {
  const wanted = split(asked)
  const said = memberOf(object, 'scope')?.source
  // cidaas has an array `scopes`, Microsoft and Okta say `scp`; authlib says `"scope": null`, which says nothing.
  const source = said === undefined || said === 'null' ? otherMember(object) : said
  if (source === null) return { granted: null, wanted, findings: [] }
  const list = stringListOf(source)
  if (list === null) return { granted: null, wanted, findings: [odd('unreadable', source)] }
  const text = stringOf(source)
  const parts = list.flatMap(split)
  const granted = parts.flatMap((part) => (wanted.includes(part) ? [part] : part.split(',').filter(Boolean)))
  const byCommas = granted.length > parts.length || parts.some((part) => part.includes(',') && !wanted.includes(part))
  const form = text === null ? (source === said ? 'array' : null) : byCommas ? 'commas' : formOf(text)
  return {
    granted,
    wanted: byCommas
      ? wanted.flatMap((name) => (granted.includes(name) ? [name] : name.split(',').filter(Boolean)))
      : wanted,
    findings: form === null ? [] : [odd(form, source)],
  }
}

const split = (scope: string) => scope.split(/\s+/).filter(Boolean)

const formOf = (text: string) => (/[\r\n\t\v\f]/.test(text.trim()) ? 'lines' : null)

function otherMember(object: JsonObject): string | null {
  const sources = ['scp', 'scopes'].map((name) => memberOf(object, name)?.source)
  return sources.find((source) => source !== undefined && stringListOf(source) !== null) ?? null
}

function odd(form: 'unreadable' | 'array' | 'commas' | 'lines', source: string): Finding {
  const severity = form === 'unreadable' ? 'error' : form === 'array' ? 'info' : 'warning'
  const evidence = { form, is: kindOfJson(source), scope: source }
  return finding('scope_form', evidence, { severity })
}
