import { mostImported } from '../../../vocabulary/import-formats.ts'
import type { CarriedByEnvironment } from '../../shared-file/shared-file.ts'
import { collectionEnvironments } from './collection-environments.ts'
import { collectionsOf } from './collections.ts'
import { differentEnvironments } from './different-environments.ts'
import { secretValuesIn } from '../../variables/secret-values.ts'
import type { ForeignImport } from './foreign-import.ts'
import type { ImportDraft } from './import-draft.ts'
import { ImportRefused } from './import-refused.ts'
import { newMultiplied } from './multiplied.ts'
import { secretFinder } from './secret-finder.ts'
import { shownNotes } from './shown-notes.ts'

/** What drafts become: environments with their calls, secrets apart, and what a person should know. @throws {ImportRefused} */
export function environmentsOf(drafts: readonly ImportDraft[], newId: () => string): Omit<ForeignImport, 'sources'> {
  const calls = drafts.reduce((sum, draft) => sum + draft.calls.length, 0)
  if (calls > mostImported.calls)
    throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
  const multiplied = newMultiplied()
  const results = collectionsOf(drafts).map((draft) => collectionEnvironments(draft, newId, multiplied))
  const made = differentEnvironments(results.flatMap(({ environments }) => environments))
  const carried: CarriedByEnvironment = Object.fromEntries(
    made.flatMap((one) => (Object.keys(one.carried).length === 0 ? [] : [[one.environment.id, one.carried] as const])),
  )
  return {
    environments: made.map(({ environment }) => environment),
    carried,
    notes: shownNotes(
      results.flatMap(({ notes }) => notes),
      secretFinder(valuesOf(carried)),
    ),
    valuesNeeded: [...new Set(made.flatMap(({ needed }) => needed))].toSorted(),
  }
}

/** Every secret of the import. */
function* valuesOf(carried: CarriedByEnvironment): Generator<string> {
  for (const secrets of Object.values(carried))
    for (const [name, value] of Object.entries(secrets))
      if (name === 'secret_variables') yield* secretValuesIn(value).values()
      else yield value
}
