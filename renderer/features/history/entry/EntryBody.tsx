import { type ReactNode, useRef } from 'react'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import type { HistoryEntry } from '../../../../electron/contract/history.ts'
import { oneOf } from '../../../../electron/common/one-of.ts'
import { useIntent } from '../../../state/intents.ts'
import { ComparedMark } from './foot/ComparedMark.tsx'
import { EntryFoot } from './foot/EntryFoot.tsx'
import { EntryHeading } from './EntryHeading.tsx'
import { EntryTabs } from './EntryTabs.tsx'
import { FindingSection } from './FindingSection.tsx'
import { NoteSection } from './note/NoteSection.tsx'
import { type EntryTab, entryTabs, useEntryTab } from './use-entry-tab.ts'

interface Props {
  entry: HistoryEntry
  /** The environment as it is now; null where it is gone. */
  environment: EnvironmentSummary | null
  words: readonly string[]
  toggle: ReactNode
}

/** Heading, tabs, finding, note and what can be done. */
export function EntryBody({ entry, environment, words, toggle }: Props) {
  const { exchange } = entry
  const [tab, setTab] = useEntryTab(exchange)
  const tabs = useRef<HTMLDivElement>(null)
  useIntent(exchange.id, 'show_tab', ([name]) => {
    const wanted = oneOf(entryTabs, name)
    if (wanted !== null) setTab(wanted)
  })
  const show = (wanted: EntryTab) => {
    setTab(wanted)
    tabs.current?.querySelector<HTMLElement>(`[data-tab="${wanted}"]`)?.focus()
  }
  return (
    <>
      <EntryHeading entry={entry} toggle={toggle} />
      <ComparedMark id={exchange.id} startedAt={exchange.startedAt} />
      <div className="entry-tabs" ref={tabs}>
        <EntryTabs entry={entry} environment={environment} words={words} tab={tab} onTab={setTab} />
      </div>
      <FindingSection entry={entry} words={words} onShow={show} />
      {entry.isInMemory ? (
        <InMemoryOnly />
      ) : (
        <NoteSection key={exchange.id} id={exchange.id} note={entry.note} isPinned={entry.isPinned} />
      )}
      <EntryFoot entry={entry} environment={environment} />
    </>
  )
}

/** In place of the note of an exchange that is not recorded. */
function InMemoryOnly() {
  return (
    <section className="entry-section" aria-label="Note">
      <p className="text dimmed">
        Not recorded: this exchange is kept in memory only, until you quit. It is not searched, and has no note or pin.
      </p>
    </section>
  )
}
