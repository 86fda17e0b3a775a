import { Button } from '@mantine/core'
import type { ImportEdits } from '../../../../../electron/contract/import-edits.ts'
import type { ImportItem } from '../../../../../electron/contract/sharing.ts'
import type { Choices, Importing } from '../../../../state/importing.ts'
import { createKept, useKept } from '../../../../state/kept.ts'
import { sharedStarts, startOf } from '../../../../ui/in-two-parts.ts'
import { useRovingStop } from '../../../../ui/use-roving-stop.ts'
import { VirtualList } from '../../../../ui/VirtualList.tsx'
import { choiceLabels, forAll, isConflict, isPlain } from '../choices.ts'
import { takenSecrets } from '../secrets-found.ts'
import type { Ticked } from './call-tree.ts'
import { takeEnvironments } from './edits.ts'
import { EnvironmentRow } from './EnvironmentRow.tsx'
import { SectionHead } from './SectionHead.tsx'
import { Tick } from './Tick.tsx'

interface Props {
  importId: string
  items: readonly ImportItem[]
  choices: Choices
  edits: ImportEdits
  hasSharedCalls: boolean
  importing: Importing
  /** Whose calls are shown. */
  current: string
  onCurrent: (id: string) => void
}

/** Up to how many are all on the page, where that scrolls. */
const few = 6

/** Those whose settings are shown, by import. */
const openedRows = createKept<ReadonlySet<string>>(new Set())

/** Every environment of the file: what becomes of it, and its settings to look at and change. One Tab stop. */
export function EnvironmentList({
  importId,
  items,
  choices,
  edits,
  hasSharedCalls,
  importing,
  current,
  onCurrent,
}: Props) {
  const [opened, setOpened] = useKept(openedRows, importId)
  const { list, stop, setStop, onKeyDown } = useRovingStop(
    items.map(({ id }) => id),
    null,
  )
  const conflicts = items.filter(isConflict).length
  const choosable = items.filter(isPlain).map(({ id }) => id)
  const leftOut = new Set(edits.environmentsLeftOut)
  const toggle = (id: string, isOpen: boolean) =>
    setOpened((now) => new Set(isOpen ? [...now, id] : [...now].filter((one) => one !== id)))
  const starts = sharedStarts(items.map(({ name }) => name))
  // Calls alone are no environment before a new one is chosen for them.
  const environments = items.filter(({ id, kind }) => kind === 'environment' || edits.targets[id] === null).length
  const out = choosable.filter((id) => leftOut.has(id)).length
  const ticked: Ticked = out === 0 ? 'all' : out === choosable.length ? 'none' : 'some'
  return (
    <section aria-label="Environments in it" className="import-section">
      <SectionHead
        title={environments === 0 ? 'Where the calls go' : 'Environments'}
        note={environments === 0 ? '' : environments.toLocaleString('en')}
        tick={
          choosable.length < 3 ? null : (
            <Tick
              aria-label="All new environments"
              ticked={ticked}
              onTick={(isTaken) => importing.edit(takeEnvironments(choosable, isTaken))}
            />
          )
        }
      >
        {conflicts < 2 ? null : (
          <div className="row" role="group" aria-label={`For all ${conflicts}`}>
            <span className="dimmed">All {conflicts} conflicts:</span>
            {choiceNames.map((choice) => (
              <Button
                key={choice}
                variant="default"
                size="compact-xs"
                onClick={() => importing.choose(forAll(items, choice))}
              >
                {choiceLabels[choice]}
              </Button>
            ))}
          </div>
        )}
      </SectionHead>
      <div ref={list} className="import-fills" data-many={items.length > few || undefined}>
        <VirtualList
          label="Environments in it"
          as="list"
          items={items}
          estimate={28}
          className="import-list import-envs"
          current={stop}
          tabStop={false}
          keyOf={({ id }) => id}
        >
          {(item) => (
            <EnvironmentRow
              importId={importId}
              item={item}
              choice={choices[item.id] ?? 'keep'}
              isLeftOut={leftOut.has(item.id)}
              target={edits.targets[item.id]}
              hasSharedCalls={hasSharedCalls}
              secrets={takenSecrets(item, edits.secretsLeftOut)}
              isOpen={opened.has(item.id)}
              isCurrent={item.id === current}
              isEndKept={starts.has(startOf(item.name))}
              isStop={item.id === stop}
              importing={importing}
              onOpen={(isOpen) => toggle(item.id, isOpen)}
              onFocus={() => {
                setStop(item.id)
                onCurrent(item.id)
              }}
              onKeyDown={onKeyDown}
            />
          )}
        </VirtualList>
      </div>
    </section>
  )
}

const choiceNames = ['keep', 'replace', 'both'] as const
