import { nameOfStep } from '../../common/json-pointer.ts'
import type { Member } from '../../contract/json-object.ts'
import { readJsonArray, readJsonObject } from '../json/json.ts'

/** What is at a place of a JSON text: its exact source, or nothing; or a name on the way is there twice. */
export type AtPlace = { kind: 'found'; source: string } | { kind: 'missing' } | { kind: 'twice'; name: string }

type Level =
  | { kind: 'object'; members: ReadonlyMap<string, Member> }
  | { kind: 'list'; items: readonly string[] }
  | null

/** The places of a JSON text, each level cut once. @see RFC 6901 */
export class JsonPlaces {
  readonly #text: string
  readonly #levels = new Map<string, Level>()

  /** @throws where the text is no JSON, or nested too deeply */
  constructor(text: string) {
    JSON.parse(text)
    if (/^\s*[{[]/.test(text) && levelOf(text) === null) throw new SyntaxError('too deep')
    this.#text = text.trim()
  }

  at(pointer: string): AtPlace {
    let source = this.#text
    let way = ''
    for (const step of pointer.split('/').slice(1)) {
      const level = this.#levelAt(way, source)
      const name = nameOfStep(step)
      const member = level?.kind === 'object' ? level.members.get(name) : undefined
      if (member?.duplicate === true) return { kind: 'twice', name }
      const next =
        level?.kind === 'list' && /^(?:0|[1-9]\d{0,9})$/.test(name) ? level.items[Number(name)] : member?.source
      if (next === undefined) return { kind: 'missing' }
      source = next
      way += `/${step}`
    }
    return { kind: 'found', source }
  }

  #levelAt(way: string, source: string): Level {
    const known = this.#levels.get(way)
    if (known !== undefined) return known
    const level = levelOf(source)
    this.#levels.set(way, level)
    return level
  }
}

function levelOf(source: string): Level {
  const items = readJsonArray(source)
  if (items !== null) return { kind: 'list', items }
  const reading = readJsonObject(source)
  if (reading.kind !== 'object') return null
  return { kind: 'object', members: new Map(reading.object.members.map((member) => [member.name, member])) }
}
