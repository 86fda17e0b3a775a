import type { DraftVariable, VariableSet } from '../../drafts/import-draft.ts'
import type { BrunoEnvironment } from './bruno-collection.ts'
import type { BrunoTexts } from './bruno-texts.ts'

/** Environments that are based on one another. */
const mostBases = 10

/** Each environment as a set, with what it takes from the one that it is based on. */
export function setsOf(environments: readonly BrunoEnvironment[], texts: BrunoTexts): VariableSet[] {
  const byName = new Map(environments.map((environment) => [environment.name, environment]))
  return environments.map((environment) => {
    const chain = [environment]
    for (
      let base = byName.get(environment.base);
      base !== undefined && chain.length < mostBases;
      base = byName.get(base.base)
    ) {
      if (chain.includes(base)) break
      chain.unshift(base)
    }
    const variables = new Map<string, DraftVariable>()
    for (const { variables: own } of chain)
      for (const variable of own) variables.set(variable.name, texts.variable(variable))
    return { name: environment.name, place: environment.place, variables: [...variables.values()] }
  })
}
