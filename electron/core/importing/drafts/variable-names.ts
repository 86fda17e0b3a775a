import type { ImportNote, ImportPlace } from '../../../contract/import-note.ts'
import { problemOf } from '../../../vocabulary/text-rule.ts'
import { variableNameRule } from '../../../vocabulary/variable-rules.ts'
import { variablePattern } from '../../../vocabulary/variables.ts'
import { callWithTexts, secretsWithTexts, settingsWithTexts, textsOf, type Write } from './draft-texts.ts'
import type { DraftAuthorization, DraftCall, DraftClient, DraftVariable, ImportDraft } from './import-draft.ts'

/** What stands between the braces of other tools: blanks, and letters that no name has here. */
const written = /\{\{([^{}\r\n]{1,200})\}\}/g

/** Names that people give; what has other characters is an expression of the tool, and stays as it is. */
const named = /^[\p{L}\p{N}_][\p{L}\p{N}_ .:/@#+~-]*$/u

/** The draft with every variable called as this app can call it, and what was renamed. */
export function withOwnNames(draft: ImportDraft, place: ImportPlace): { draft: ImportDraft; notes: ImportNote[] } {
  const declared = [...draft.variables, ...draft.variableSets.flatMap(({ variables }) => variables)]
  const ofCalls = draft.calls.flatMap(({ variables }) => variables)
  const rename = renamer([...declared, ...ofCalls].map(({ name }) => name))
  const write: Write = (text) =>
    text.includes('{{')
      ? text.replace(written, (whole, name: string) => {
          const own = rename.of(name.trim())
          return own === null ? whole : `{{${own}}}`
        })
      : text
  const variables = (rows: readonly DraftVariable[]): DraftVariable[] =>
    rows.flatMap(({ name, value, secret }) => {
      const own = rename.of(name.trim())
      return own === null ? [] : [{ name: own, value: write(value), secret }]
    })
  const clients = new Map<DraftClient, DraftClient>()
  const client = (one: DraftClient): DraftClient => {
    const known = clients.get(one)
    if (known !== undefined) return known
    const made = {
      ...one,
      settings: settingsWithTexts(one.settings, write),
      secrets: secretsWithTexts(one.secrets, write),
    }
    clients.set(one, made)
    return made
  }
  const authorization = (one: DraftAuthorization): DraftAuthorization => {
    if (one.kind === 'client') return { kind: 'client', client: client(one.client) }
    return one.kind === 'basic' ? { ...one, username: write(one.username), password: write(one.password) } : one
  }
  const call = (one: DraftCall): DraftCall => ({
    ...callWithTexts(one, write),
    variables: one.variables.length === 0 ? one.variables : variables(one.variables),
    authorization: authorization(one.authorization),
  })
  const made: ImportDraft = {
    ...draft,
    clients: draft.clients.map(client),
    calls: draft.calls.map(call),
    variables: variables(draft.variables),
    variableSets: draft.variableSets.map((set) => ({
      name: set.name,
      place: set.place,
      variables: variables(set.variables),
    })),
  }
  const notes = rename.renamed().map(([name, renamed]): ImportNote => ({
    fact: { code: 'variable_renamed', evidence: { name: name.slice(0, 200), renamed } },
    place,
    call: '',
  }))
  return { draft: made, notes }
}

/** Gives each name the one that it has here; null for what is no name. */
function renamer(declared: readonly string[]) {
  const isOwn = (name: string) => problemOf(variableNameRule, name) === null
  const newName = nameGiver(declared.map((name) => name.trim()).filter(isOwn))
  const known = new Map<string, string | null>()
  const isDeclared = new Set(declared.map((name) => name.trim()))
  const of = (name: string): string | null => {
    if (isOwn(name)) return name
    const before = known.get(name)
    if (before !== undefined) return before
    const own = isDeclared.has(name) || named.test(name) ? newName(name) : null
    known.set(name, own)
    return own
  }
  const renamed = () => [...known].flatMap(([name, own]): [string, string][] => (own === null ? [] : [[name, own]]))
  return { of, renamed }
}

/** Makes names by the rule of this app, each another one. Gives null where nothing of a name is left. */
export function nameGiver(taken: Iterable<string>): (name: string) => string | null {
  const given = new Set(taken)
  const counts = new Map<string, number>()
  return (name) => {
    const parts = name
      .slice(0, 300)
      .normalize('NFKD')
      .split(/[^A-Za-z0-9_.-]+/)
      .filter((part) => part !== '')
    const stem = parts.join('_').slice(0, 90) || (name === '' ? '' : 'variable')
    if (stem === '') return null
    let count = counts.get(stem) ?? 1
    let free = count === 1 ? stem : `${stem}_${count}`
    while (given.has(free)) free = `${stem}_${++count}`
    counts.set(stem, count)
    given.add(free)
    return free
  }
}

/** The names of the variables in these texts. */
export function namesIn(walk: (write: Write) => unknown): Set<string> {
  const names = new Set<string>()
  for (const text of textsOf(walk)) {
    if (!text.includes('{{')) continue
    for (const [, name = ''] of text.matchAll(variablePattern)) names.add(name)
  }
  return names
}
