import './entry.css'
import { Skeleton } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useEnvironments } from '../../../queries/environments.ts'
import { useHistoryEntry } from '../../../queries/history-entry.ts'
import { CallFailed } from '../../../ui/Problem.tsx'
import { ShownEnvironment } from '../../../ui/shown-environment.ts'
import { Sought } from '../../../ui/sought.ts'
import { EntryComparison } from './comparison/EntryComparison.tsx'
import { EntryBody } from './EntryBody.tsx'
import { EntryGone } from './EntryGone.tsx'
import { soughtRanges } from './sought-ranges.ts'

interface Props {
  /** The exchange that is shown. */
  id: string
  /** The one that it is compared with; empty for none. */
  against: string
  /** What is searched for, as `wordsIn` has it: `FoundText` marks it. */
  words: readonly string[]
  /** The button that closes the panel, for its head. */
  toggle: ReactNode
}

/** One exchange of the history with all that is kept with it. */
export function HistoryEntry({ id, against, words, toggle }: Props) {
  const { data, error } = useHistoryEntry(id)
  const environments = useEnvironments().data
  const sought = useSought(words)
  if (error !== null && data === undefined) {
    return (
      <>
        <div className="drawer-head entry-head-alone">{toggle}</div>
        <CallFailed error={error} />
      </>
    )
  }
  if (data === undefined || environments === undefined) return <Skeleton h={300} m={16} />
  if (data === null) return <EntryGone toggle={toggle} />
  const { environmentId } = data.exchange
  const environment = environments.find((one) => one.id === environmentId) ?? null
  return (
    <ShownEnvironment value={environment}>
      <Sought value={sought}>
        <EntryBody entry={data} environment={environment} words={words} toggle={toggle} />
      </Sought>
      {against === '' || against === data.exchange.id ? null : <EntryComparison left={against} right={data} />}
    </ShownEnvironment>
  )
}

/** The same function while the words are the same: an editor is not opened again for each drawing. */
function useSought(words: readonly string[]) {
  const key = words.join(' ')
  return useMemo(() => soughtRanges(key === '' ? [] : key.split(' ')), [key])
}
