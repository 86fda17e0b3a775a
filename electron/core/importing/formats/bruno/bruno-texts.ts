import type { DraftVariable } from '../../drafts/import-draft.ts'
import type { BrunoCollection, BrunoFolder, BrunoPair, BrunoRequest } from './bruno-collection.ts'

const variable = /\{\{([^{}]*)\}\}/g
const ofProcess = 'process.env.'

/** Texts of Bruno with variables as we write them; `process.env` is the file `.env`. */
export class BrunoTexts {
  readonly #declared: ReadonlySet<string>
  readonly #dotenv: ReadonlyMap<string, string>
  readonly #used = new Set<string>()

  constructor(collection: BrunoCollection) {
    this.#declared = new Set(namesIn(collection))
    this.#dotenv = new Map(collection.dotenv.map(({ name, value }) => [name, value]))
  }

  ours(text: string): string {
    return text.replaceAll(variable, (_whole, inner: string) => {
      const name = inner.trim()
      return `{{${name.startsWith(ofProcess) ? this.#ofProcess(name.slice(ofProcess.length)) : name}}}`
    })
  }

  /** Of the environment of the process, which may have the names of variables too. */
  #ofProcess(name: string): string {
    const called = this.#declared.has(name) ? `${ofProcess}${name}` : name
    if (this.#dotenv.has(name)) this.#used.add(name)
    return called
  }

  variable({ name, value, secret }: DraftVariable): DraftVariable {
    const outside = /^\{\{[ \t]*process\.env\.([^{}]+)\}\}$/.exec(value.trim())?.[1]?.trim()
    if (outside !== name) return { name, value: this.ours(value), secret }
    const given = this.#dotenv.get(name)
    return { name, value: given ?? '', secret: secret || (given !== undefined && isPrivate(name, given)) }
  }

  /** Those of `.env` that texts so far have named. */
  get processVariables(): DraftVariable[] {
    return [...this.#used].map((name) => {
      const value = this.#dotenv.get(name) ?? ''
      return { name: this.#ofProcess(name), value, secret: isPrivate(name, value) }
    })
  }
}

/** `.env` is where Bruno keeps secrets; addresses, numbers, and what only names something are none. */
const isPrivate = (name: string, value: string): boolean =>
  value !== '' &&
  !/^(?:https?:\/\/[^@\s]*|\d{1,9}|true|false)$/i.test(value) &&
  !/(?:id|ur[il]|host|domain|port|user|username|name|scopes?|audience|region|realm|tenant|env|stage|version)$/i.test(
    name,
  )

function namesIn({ root, environments, items }: BrunoCollection): string[] {
  const names = [root, ...environments].flatMap(({ variables }) => variables.map(({ name }) => name))
  const waiting: (BrunoFolder | BrunoRequest)[] = [...items]
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    for (const { name } of item.variables) names.push(name)
    if (item.kind === 'folder') for (const inner of item.items) waiting.push(inner)
  }
  return names
}

export const ourPair = (texts: BrunoTexts, { name, value, enabled }: BrunoPair): BrunoPair => ({
  name: texts.ours(name),
  value: texts.ours(value),
  enabled,
})
