import type { DatabaseSync } from 'node:sqlite'
import { environmentsNamed } from './environment-names.ts'
import type { FactColumns } from './fact-columns.ts'
import { queryOf, searchTerms } from './search-text.ts'

/**
 * Finds what a person typed: gives 1 at each number of the index that has all terms, in its words or in the name that its
 * environment has now. Null where there is no word in the text.
 */
export function textHits(workspace: DatabaseSync, index: DatabaseSync, facts: FactColumns) {
  const matches = index.prepare('SELECT json_group_array(rowid) AS numbers FROM words WHERE words MATCH ?')
  const named = environmentsNamed(workspace)

  function ofQuery(query: string): Uint8Array {
    const hits = new Uint8Array(facts.highest + 1)
    const numbers: unknown = JSON.parse(String(matches.get(query)?.['numbers']))
    for (const number of Array.isArray(numbers) ? numbers : []) hits[Number(number)] = 1
    return hits
  }

  function addNamed(hits: Uint8Array, names: ReadonlySet<string>): Uint8Array {
    const isNamed = Uint8Array.from(facts.texts, (text) => Number(names.has(text)))
    const { numbers, environments } = facts.columns
    for (const place of facts.order) {
      if (isNamed[environments[place] ?? 0] === 1) hits[numbers[place] ?? 0] = 1
    }
    return hits
  }

  return (text: string): Uint8Array | null => {
    const terms = searchTerms(text)
    if (terms.length === 0) return null
    const names = named(terms)
    const isNamed = (place: number): boolean => names[place]?.size !== 0
    const plain = terms.filter((_term, place) => !isNamed(place))
    let hits = plain.length === 0 ? null : ofQuery(queryOf(plain))
    for (const [place, term] of terms.entries()) {
      if (!isNamed(place)) continue
      const found = addNamed(ofQuery(term.query), names[place] ?? new Set())
      hits = hits === null ? found : hits.map((hit, number) => hit & (found[number] ?? 0))
    }
    return hits
  }
}
