import { Button, Group, Title } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { HistoryRow } from '../../../electron/contract/history.ts'
import { NotRecorded } from '../../recording/NotRecorded.tsx'
import { hrefOf } from '../../route.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { useHistoryFacts } from '../../queries/history.ts'
import { usePageHotkeys } from '../../ui/use-page-hotkeys.ts'
import { useStateOf } from '../../ui/use-state-of.ts'
import { AskDelete } from './chosen/AskDelete.tsx'
import { type Chosen, chosenExchanges, countChosen, isAmong, noneChosen } from './chosen/chosen.ts'
import { ChosenBar } from './chosen/ChosenBar.tsx'
import { ExportExchanges } from './chosen/ExportExchanges.tsx'
import { figuresText } from './figures-text.ts'
import { Filters } from './filters/Filters.tsx'
import { wordsIn } from '../../../electron/common/words-in.ts'
import { everything, isFiltered, queryOf } from './history-place.ts'
import { HistoryList } from './HistoryList.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { resultText } from './result-text.ts'
import { SearchBox } from '../../filters/SearchBox.tsx'
import { HistoryTable } from './table/HistoryTable.tsx'
import { createLedTo } from './table/led-to.ts'
import { useDelete } from './use-delete.ts'
import { useFound } from './use-found.ts'
import { usePlace } from './use-place.ts'
import { useSlash } from '../../filters/use-slash.ts'
import './history.css'

const noEnvironments: readonly EnvironmentSummary[] = []

/** All exchanges of all environments, as they are recorded: searched, looked at, taken elsewhere. */
export function HistoryPage() {
  const { id, place, go, replace } = usePlace()
  const { data: environments = noEnvironments } = useEnvironments()
  const facts = useHistoryFacts().data
  const { found, error, arrived, isSearching, searchAgain, keepAsIs } = useFound(place)
  // What is selected belongs to what was searched for: all of it would be something else.
  const [chosen, setChosen] = useStateOf<Chosen>(queryOf({ ...place, against: '' }), noneChosen)
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [ledTo] = useState(createLedTo)
  const words = useMemo(() => wordsIn(place.text), [place.text])
  const names = useMemo(() => new Map(environments.map((one) => [one.id, one.name])), [environments])
  const nameOf = (row: HistoryRow) => names.get(row.environmentId ?? '') ?? row.environmentName
  const searchId = found?.search.searchId ?? ''
  const [onlyEnvironment] = place.environmentIds.length === 1 ? place.environmentIds : []
  const exchanges = chosenExchanges(chosen, searchId)
  const close = () => go({ id: null, against: '' })
  const grid = () => list.current?.querySelector<HTMLElement>('.history-grid') ?? null
  const deleting = useDelete((deleted) => {
    setChosen(noneChosen)
    grid()?.focus({ preventScroll: true })
    if (id !== null && isAmong(deleted, id)) replace({ id: null, against: '' })
  })
  const onTop = useCallback((isAtTop: boolean) => keepAsIs(!isAtTop), [keepAsIs])
  usePageHotkeys([['mod+F', () => box.current?.focus()]])

  const onAgain = useCallback(() => {
    keepAsIs(false)
    searchAgain()
  }, [keepAsIs, searchAgain])
  const toNewest = () => {
    keepAsIs(false)
    const table = grid()
    if (table !== null) table.scrollTop = 0
  }
  const askDelete = () => {
    const count = countChosen(chosen, found?.search.found ?? 0)
    if (exchanges !== null) deleting.ask({ exchanges, count })
    else if (id !== null) deleting.ask({ exchanges: { kind: 'ids', ids: [id] }, count: 1 })
  }
  const onEscape = () => {
    if (exchanges !== null) setChosen(noneChosen)
    else if (id !== null) close()
  }
  useSlash(box)
  return (
    <div className="page history">
      <header className="page-header">
        <Title order={1}>History</Title>
        <span className="history-figures">{facts === undefined ? '' : figuresText(facts)}</span>
        <Group gap={12} ml="auto" wrap="nowrap">
          <Button
            component="a"
            href={hrefOf({ kind: 'audit' })}
            variant="default"
            leftSection={<IconFingerprint size={16} stroke={1.6} aria-hidden />}
          >
            Audit trail
          </Button>
          <ExportExchanges
            chosen={(found?.search.found ?? 0) === 0 ? null : { kind: 'search', searchId }}
            exchanges={found?.search.found ?? 0}
          />
        </Group>
      </header>
      <div className="search-and-filters">
        <SearchBox
          label="Search history"
          title="Words of addresses, headers, answers, findings and notes. Words in quotes must be next to each other."
          box={box}
          text={place.text}
          result={found === null || !isFiltered(place) ? '' : resultText(found.search)}
          onText={(text) => replace({ text })}
          onEnter={() => grid()?.focus()}
        />
        <Filters place={place} facts={facts} environments={environments} onChange={go} />
      </div>
      {exchanges === null ? null : (
        <ChosenBar
          chosen={chosen}
          exchanges={exchanges}
          count={countChosen(chosen, found?.search.found ?? 0)}
          onCompare={(one, other) => go({ id: one, against: other })}
          onDelete={askDelete}
          onClear={() => {
            setChosen(noneChosen)
            grid()?.focus()
          }}
        />
      )}
      {onlyEnvironment === undefined || found?.search.found === 0 ? null : (
        <NotRecorded environmentId={onlyEnvironment} />
      )}
      <div className="page-body" ref={list} aria-busy={isSearching || undefined}>
        <HistoryList
          found={found}
          error={error}
          isFiltered={isFiltered(place)}
          arrived={arrived}
          onArrived={toNewest}
          onAgain={onAgain}
          onClear={() => go({ ...everything, against: place.against })}
        >
          {found === null ? null : (
            <HistoryTable
              key={found.key}
              found={found}
              words={words}
              openId={id}
              ledTo={ledTo}
              chosen={chosen}
              nameOf={nameOf}
              onChosen={setChosen}
              onOpen={(opened, isStep) => {
                // A comparison that was opened since stays.
                if (isStep || place.against === '') (isStep ? go : replace)({ id: opened, against: '' })
              }}
              onTop={onTop}
              onEscape={onEscape}
              onDelete={askDelete}
            />
          )}
        </HistoryList>
        {id === null ? null : (
          <HistoryPanel
            id={id}
            against={place.against}
            words={words}
            onClose={close}
            onLeave={() => grid()?.focus({ preventScroll: true })}
          />
        )}
      </div>
      <AskDelete
        exchanges={deleting.asked?.count ?? null}
        keepsPinned={deleting.asked?.exchanges.kind === 'search'}
        onDelete={deleting.remove}
        onKeep={deleting.keep}
      />
    </div>
  )
}
