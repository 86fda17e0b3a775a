import { Button, PasswordInput } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import { hrefOf } from '../../../route.ts'
import { useStoreVariables } from '../../../queries/store-variables.ts'
import { changeTypedSecrets, onTypedSecrets, settleTypedSecrets, typedSecrets } from '../../../queries/typed-secrets.ts'
import { count } from '../../../ui/count.ts'
import { Region } from '../../../ui/Region.tsx'
import { StageShape } from '../../../ui/StageBadge.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { NeededMark } from './NeededState.tsx'
import type { NeededVariableRow } from './use-needed-variables.ts'
import { Counted } from './Counted.tsx'

/** The secret variables that calls of an import still need, typed where they are listed. */
export function NeededVariables({ rows }: { rows: readonly NeededVariableRow[] }) {
  const store = useStoreVariables()
  const [isSaving, setSaving] = useState(false)
  const open = rows.filter(({ isSaved }) => !isSaved)
  const typed = useSyncExternalStore(onTypedSecrets, () => open.filter((row) => typedAt(row) !== '').length)
  const save = async () => {
    setSaving(true)
    for (const row of open) {
      const { environment, index, name } = row
      const one = typedSecrets(environment.id).variables.find((each) => each.index === index && each.name === name)
      if (one === undefined) continue
      settleTypedSecrets(environment.id, {}, [one])
      await store(environment.id, [one])
    }
    setSaving(false)
  }
  return (
    <Region
      name="Secret variables to supply"
      title={<Counted title="Secret variables still needed" count={open.length} none="none" />}
      actions={
        open.length === 0 ? null : (
          <Button variant="default" loading={isSaving} disabled={typed === 0} onClick={() => void save()}>
            Save {typed === 0 ? 'values' : count(typed, 'value')}
          </Button>
        )
      }
    >
      <VirtualList
        label="Secret variables to supply"
        as="list"
        items={rows}
        estimate={37}
        maxHeight="min(50vh, 480px)"
        className="needed-rows"
        tabStop={false}
        keyOf={({ key }) => key}
      >
        {(row) => <VariableLine row={row} onEnter={() => void save()} />}
      </VirtualList>
    </Region>
  )
}

const typedAt = ({ environment, index, name }: NeededVariableRow): string =>
  typedSecrets(environment.id).variables.find((each) => each.index === index && each.name === name)?.value ?? ''

function typeAt({ environment, index, name }: NeededVariableRow, value: string): void {
  changeTypedSecrets(environment.id, ({ variables, ...rest }) => {
    const others = variables.filter((each) => each.index !== index)
    return { ...rest, variables: value === '' ? others : [...others, { index, name, value }] }
  })
}

function VariableLine({ row, onEnter }: { row: NeededVariableRow; onEnter: () => void }) {
  const { environment, name, isSaved } = row
  const value = useSyncExternalStore(onTypedSecrets, () => typedAt(row))
  return (
    <div className="needed-variable">
      <span className="needed-environment">
        <StageShape stage={environment.stage} />
        <a
          className="ellipsis"
          title={environment.name}
          href={hrefOf({ kind: 'environment', id: environment.id, tab: 'configure' })}
        >
          {visible(environment.name)}
        </a>
      </span>
      <span className="mono ellipsis import-variable" title={name}>{`{{${name}}}`}</span>
      <span>
        {isSaved ? null : (
          <PasswordInput
            aria-label={`Secret variable ${name} of ${visible(environment.name)}`}
            placeholder="Paste it, or set it later"
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(event) => typeAt(row, event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onEnter()
            }}
          />
        )}
      </span>
      <NeededMark state={isSaved ? 'saved' : value === '' ? 'needed' : 'typed'} />
    </div>
  )
}
