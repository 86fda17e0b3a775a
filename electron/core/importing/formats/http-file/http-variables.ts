import type { ImportFact } from '../../../../contract/import-note.ts'

/** What is in the braces of an .http file, in our words. */
export interface Translated {
  text: string
  facts: ImportFact[]
  /** The authorization of the environment file that a token is asked of: `{{$auth.token("id")}}`; null for none. */
  auth: string | null
  /** The requests whose answers are used. */
  answersOf: string[]
}

/** @param requests names of the requests of the files, whose answers others may use */
export function translated(text: string, requests: ReadonlySet<string>): Translated {
  const found: Translated = { text: '', facts: [], auth: null, answersOf: [] }
  found.text = text.includes('{{')
    ? text.replaceAll(/\{\{([^{}\n]{1,400})\}\}/g, (written, inner: string) =>
        variableOf(inner.trim(), { written, found, requests }),
      )
    : text
  return found
}

interface Within {
  written: string
  found: Translated
  requests: ReadonlySet<string>
}

const generated =
  /^\$(?:guid|uuid|timestamp|isoTimestamp|datetime|localDatetime|randomInt|random(?:\.\S*)?|exampleServer|historyFolder|projectRoot)\b/

function variableOf(inner: string, { written, found, requests }: Within): string {
  const { facts } = found
  const plain = /^%?([A-Za-z_][\w-]*)$/.exec(inner)?.[1]
  if (plain !== undefined) return `{{${plain}}}`
  const given =
    /^\$(?:dotenv|processEnv|shared|prompt)\s+%?([\w.-]+)/.exec(inner)?.[1] ?? /^\$env\.([\w.-]+)$/.exec(inner)?.[1]
  if (given !== undefined) return `{{${given}}}`
  const [, auth] = /^\$auth\.(?:token|accessToken)\(\s*["']([^"']{1,100})["']\s*\)$/.exec(inner) ?? []
  if (auth !== undefined || /^\$auth\.token$/.test(inner)) {
    found.auth = auth ?? ''
    return '{{access_token}}'
  }
  if (generated.test(inner)) {
    facts.push({ code: 'generated_value', evidence: { text: written } })
    return written
  }
  const [, request, path = ''] = /^([A-Za-z_][\w-]*)((?:\.|\[)[\w$.*[\]'"-]*)$/.exec(inner) ?? []
  if (request !== undefined && (requests.has(request) || /^\.(?:response|request)\./.test(path))) {
    found.answersOf.push(request)
    const member = path.split(/\W+/).findLast((part) => part !== '') ?? 'answer'
    if (!/access_?token/i.test(member)) facts.push({ code: 'value_of_answer', evidence: { text: written } })
    return `{{${request}.${member}}}`
  }
  if (request !== undefined && /^[\w.-]+$/.test(inner)) return `{{${inner}}}`
  facts.push({ code: 'expression', evidence: { text: written.slice(0, 100) } })
  return written
}
