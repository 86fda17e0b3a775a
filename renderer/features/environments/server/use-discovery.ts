import type { DiscoveryOutcome } from '../../../../electron/contract/outcome.ts'
import { type Action, useAction } from '../../../queries/action.ts'
import { createKept, useKept } from '../../../state/kept.ts'
import { useFormScope } from '../form-scope.ts'
import { keptWithoutSecrets, useReader } from '../use-reader.ts'
import { changesOf, type DiscoveredChange, stillThere } from './discovered-changes.ts'
import { type MetadataRow, metadataRows } from './metadata-rows.ts'
import { publishedFor } from './published-for.ts'

type Found = Extract<DiscoveryOutcome, { kind: 'found' }>

const kept = createKept<readonly DiscoveredChange[]>([])

interface Discovery extends Omit<Action<'discover'>, 'run'> {
  ask: () => void
  /** Beside what is configured; empty when no metadata was found. */
  rows: readonly MetadataRow[]
  /** What it filled in, as far as it is still there. */
  filled: readonly DiscoveredChange[]
  use: (rows: readonly MetadataRow[]) => void
  undo: () => void
}

/** Asks for the metadata of the issuer in the form, and fills the empty fields. Its outcome is null once the form names another. */
export function useDiscovery(): Discovery {
  const { form, draftKey, managed } = useFormScope()
  const { run, ...action } = useAction('discover', draftKey, keptWithoutSecrets)
  const withReader = useReader()
  const [changes, setChanges] = useKept(kept, draftKey)
  const { issuer } = form.values
  const isOfThis = action.input?.issuer === issuer || publishedFor(issuer, action.outcome) !== null
  const { outcome, error } = isOfThis ? action : { outcome: null, error: null }
  const rows = outcome?.kind === 'found' ? metadataRows(form.values, outcome.metadata) : []
  const filled = stillThere(changes, rows)

  const apply = (next: readonly DiscoveredChange[]) => {
    for (const { path, after } of next) form.setFieldValue(path, after)
    setChanges((now) => [...now.filter(({ path }) => !next.some((change) => change.path === path)), ...next])
  }
  const fill = ({ metadata, url }: Found) => apply(changesOf(metadataRows(form.getValues(), metadata), url))
  return {
    ...action,
    outcome,
    error,
    rows,
    filled,
    ask: () =>
      withReader((unsaved, onOutcome) => {
        setChanges(() => [])
        const asked = form.getValues().issuer
        run({ ...unsaved, issuer: asked }, (next) => {
          onOutcome(next)
          // What came too late is of a server that the form no longer names.
          if (next.kind === 'found' && !managed && form.getValues().issuer === asked) fill(next)
        })
      }),
    use: (chosen) =>
      apply(
        chosen.flatMap(({ path, configured, published }) =>
          published === null ? [] : [{ path, before: configured, after: published }],
        ),
      ),
    undo: () => {
      for (const { path, before } of filled) form.setFieldValue(path, before)
      setChanges(() => [])
    },
  }
}
