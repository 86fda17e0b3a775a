import type { QueryParameter } from '../../../contract/api-call.ts'
import type { ImportFact, ImportNote } from '../../../contract/import-note.ts'
import type { FoundSecret } from '../../../contract/sharing.ts'
import { httpMethods } from '../../../vocabulary/http-methods.ts'
import { oneOf } from '../../../common/one-of.ts'
import {
  bodyWithout,
  type CallSecret,
  type callSecrets,
  fieldValue,
  nameWithout,
  type SecretPlace,
  type Take,
  textForPeople,
  textWithout,
} from './call-secrets.ts'
import { callAuthorization } from './call-authorization.ts'
import { callUrl } from './call-url.ts'
import { callWithTexts } from './draft-texts.ts'
import type { KnownSecrets } from './known-secrets.ts'
import { isNoSecret } from './secret-marks.ts'
import { finderForPeople, mark, withoutSecrets } from './secret-finder.ts'
import type { DraftCall } from './import-draft.ts'
import { type SharedCall, validCall } from './valid-call.ts'
import { namesIn } from './variable-names.ts'
import { withoutWholeSecrets } from './whole-secrets.ts'
import { variableAlone } from '../../../vocabulary/variables.ts'

/** A call that is ready, for every environment that it is in. */
export interface PreparedCall {
  call: SharedCall
  /** The client whose token it carries; null for that of any, or none. */
  client: number | null
  used: ReadonlySet<string>
  /** Variables that its secrets are made of. */
  within: ReadonlySet<string>
  found: readonly FoundSecret[]
}

export interface CallSurroundings {
  clients: number
  clientOf: (call: DraftCall) => number | null
  hasValue: (variable: string) => boolean
  secrets: ReturnType<typeof callSecrets>
  /** Whether its tool follows redirects where the file says nothing of it. */
  follows: boolean
  known: KnownSecrets
  newId: () => string
}

export interface PreparedCalls {
  calls: readonly PreparedCall[]
  notes: readonly ImportNote[]
  /** Variables that held tokens and that no call uses any more. */
  tokens: ReadonlySet<string>
}

/** The calls of a collection without their secrets, by the rules of this app; one that is there twice is made once. */
export function preparedCalls(drafts: readonly DraftCall[], surroundings: CallSurroundings): PreparedCalls {
  const calls: PreparedCall[] = []
  const notes: ImportNote[] = []
  const tokens = new Set<string>()
  const seen = new Set<string>()
  let duplicates = 0
  for (const draft of drafts) {
    const people = (text: string) => withoutSecrets(textForPeople(text), surroundings.known.findForPeople, () => mark)
    const note = (fact: ImportFact) => notes.push({ fact, place: draft.place, call: people(draft.name).slice(0, 200) })
    const made = preparedCall(draft, surroundings, note, tokens)
    if (made === null) continue
    const { id: _id, ...rest } = made.call
    const key = JSON.stringify([made.client, rest])
    if (seen.has(key)) duplicates += 1
    else {
      seen.add(key)
      calls.push(made)
    }
  }
  const [first] = drafts
  if (duplicates > 0 && first !== undefined)
    notes.push({
      fact: { code: 'duplicates', evidence: { count: duplicates } },
      place: { file: first.place.file, line: null, pointer: null },
      call: '',
    })
  return { calls: withoutFound(calls, surroundings.secrets.all()), notes, tokens }
}

/** Calls whose texts for people do not say what was found secret in any of them. */
function withoutFound(calls: readonly PreparedCall[], secrets: readonly CallSecret[]): PreparedCall[] {
  const values = secrets.flatMap(({ value, isBasic }) => (isBasic ? [value, value.replace(/^[^:]*:/, '')] : [value]))
  const find = finderForPeople(values)
  const people = (text: string) => withoutSecrets(text, find, () => mark)
  return calls.map((made) => {
    const { name, folder, notes } = made.call
    const call = Object.assign({}, made.call, { name: people(name), folder: people(folder), notes: people(notes) })
    return Object.assign({}, made, { call })
  })
}

function preparedCall(
  draft: DraftCall,
  { clients, clientOf, hasValue, secrets, known, follows, newId }: CallSurroundings,
  note: (fact: ImportFact) => void,
  tokens: Set<string>,
): PreparedCall | null {
  const method = oneOf(httpMethods, draft.method.trim().toUpperCase() || 'GET')
  if (method === null) {
    note({ code: 'method_not_supported', evidence: { method: draft.method.slice(0, 100) } })
    return null
  }
  const people = (text: string) => withoutSecrets(textForPeople(text), known.findForPeople, () => mark)
  const name = people(draft.name).trim().slice(0, 200)
  const found: FoundSecret[] = []
  const within = new Set<string>()
  const keep = (value: string, at: SecretPlace, hint: string, isBasic: boolean): string => {
    const written = secrets.keep(value, hint, isBasic)
    for (const one of namesIn((write) => write(value))) within.add(one)
    found.push({
      name: 'secret_variables',
      variable: written.slice(2, -2),
      call: name,
      ...at,
      place: people(at.place).slice(0, 200),
    })
    return written
  }
  const take: Take = (value, at, hint) => keep(value, at, hint, false)
  const takeBasic = (pair: string, place: string) =>
    keep(pair, { of: 'header', place, likely: false }, 'basic_credentials', true)

  const instead = (value: string, at: SecretPlace): string => {
    const variable = known.variableOf(value)
    return variable === null ? take(value, at, 'secret') : `{{${variable}}}`
  }
  const written = callWithTexts(draft, (text) =>
    withoutSecrets(text, known.find, (value) => instead(value, { of: 'body', place: '', likely: true })),
  )
  const { url, query: rows, userinfo } = callUrl(written)
  const whole = withoutWholeSecrets({ ...written, query: rows }, (value, at) =>
    known.isWhole(value) ? instead(value, at) : null,
  )
  const clean = { ...written, ...whole }
  const { query } = whole
  const auth = callAuthorization(clean, {
    hasClient: clients > 0,
    hasValue: (one) => hasValue(one) || secrets.has(one),
    take,
    takeBasic,
  })
  for (const fact of auth.facts) note(fact)
  for (const token of auth.tokens) tokens.add(token)
  const inQuery =
    clients > 0 && draft.authorization.kind !== 'other' ? query.find((row) => isToken(row, hasValue)) : undefined
  if (inQuery !== undefined) for (const one of namesIn((write) => write(inQuery.value ?? ''))) tokens.add(one)
  if (inQuery !== undefined) note({ code: 'token_in_query', evidence: {} })
  const isNone = auth.authorization === 'none' && inQuery === undefined
  const login =
    userinfo === null
      ? []
      : [
          {
            name: 'Authorization',
            value: `Basic ${keep(userinfo, { of: 'url', place: '', likely: false }, 'basic_credentials', true)}`,
            enabled: isNone,
          },
        ]
  const keys = new Set(draft.keys)
  const fieldOf = (field: string, value: string, of: SecretPlace['of']): string =>
    keys.has(field) && !isNoSecret(value)
      ? take(value, { of, place: field, likely: false }, field)
      : fieldValue(field, value, of, take)
  const sent = {
    url: textWithout(url, '', 'url', take),
    query: query
      .filter((row) => row !== inQuery)
      .map(({ name: parameter, value, enabled }) => ({
        name: nameWithout(parameter, 'query', take),
        value: value === null ? null : fieldOf(parameter, value, 'query'),
        enabled,
      })),
    headers: [...auth.headers, ...login].map((header) =>
      header.name.toLowerCase() === 'authorization'
        ? header
        : {
            name: header.name.trim(),
            value: fieldOf(header.name, header.value, 'header'),
            enabled: header.enabled,
          },
    ),
    body: bodyWithout(clean.body, take),
  }
  const isClear = (text: string) => known.find(text).length === 0 && !known.isWhole(text)
  const scope = draft.scope.split(' ').filter(isClear).join(' ')
  const assertions = draft.assertions.filter((one) => Object.values(one).every(isClear))
  const notKept = [
    ...(scope === draft.scope ? [] : ['scope']),
    ...(assertions.length === draft.assertions.length ? [] : ['assertions']),
  ]
  if (notKept.length > 0) note({ code: 'settings', evidence: { note: 'not_kept', names: notKept } })
  const { call, facts } = validCall({
    id: newId(),
    name,
    folder: draft.folders
      .map((folder) => people(folder).trim().replaceAll('/', '-'))
      .filter((folder) => folder !== '')
      .join('/')
      .slice(0, 200),
    notes: people(draft.notes).slice(0, 20_000),
    method,
    url: sent.url,
    query: sent.query,
    headers: sent.headers,
    body: sent.body,
    followRedirects: draft.followRedirects ?? follows,
    authorization: isNone ? 'none' : 'environment',
    renewOn401: false,
    scope,
    assertions,
  })
  for (const fact of facts) note(fact)
  const used = namesIn((write) =>
    callWithTexts({ ...draft, url: call.url, query: call.query, headers: call.headers, body: call.body }, write),
  )
  return {
    call,
    client: clientOf(draft),
    used,
    within,
    found: different(found.filter(({ variable }) => used.has(variable))),
  }
}

const different = (found: readonly FoundSecret[]): FoundSecret[] => [
  ...new Map(found.map((one) => [JSON.stringify(one), one])).values(),
]

/** Whether a parameter is the token of the environment. @see RFC 6750 §2.3 */
function isToken({ name, value, enabled }: QueryParameter, hasValue: (variable: string) => boolean): boolean {
  if (!enabled || value === null) return false
  const variable = variableAlone(value)
  if (name === 'access_token') return true
  return variable !== null && /token/i.test(name) && /access_?token/i.test(variable) && !hasValue(variable)
}
