import './features/flow/drawing.css'
import './features/flow/step-text.css'
import './features/flow/list.css'
import { useCallback, useMemo, useState } from 'react'
import { pictureOf } from '../electron/picture/picture-of.ts'
import type { Row } from '../electron/picture/picture.ts'
import type { FlowOfRunProps } from './exchange-view/flow-of-run.ts'
import { Steps } from './features/flow/Steps.tsx'

const nothing = () => {}

/** The steps of an earlier run as a list, each leading to its exchange. */
export function FlowOfRun({ run, exchangeId, onChoose }: FlowOfRunProps) {
  const picture = useMemo(() => pictureOf(run.plan, run, null), [run])
  const all = useMemo(() => picture.rows.flatMap((row) => [row, ...row.folded]), [picture])
  const [selected, setSelected] = useState<string | null>(() => rowOf(all, exchangeId)?.id ?? all[0]?.id ?? null)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(() => parentsOf(picture.rows, exchangeId))
  const open = useCallback(
    (rowId: string | null) => {
      const id = all.find((row) => row.id === rowId)?.exchangeId ?? null
      if (id !== null && id !== exchangeId) onChoose(id)
    },
    [all, exchangeId, onChoose],
  )
  const choose = (rowId: string) => {
    setSelected(rowId)
    open(rowId)
  }
  return (
    <Steps
      picture={picture}
      selected={selected}
      unfolded={unfolded}
      since={null}
      isNarrow
      onSelect={setSelected}
      onChoose={choose}
      onFold={(id) => setUnfolded((now) => toggled(now, id))}
      onOpen={() => open(selected)}
      onWayOut={nothing}
    />
  )
}

const rowOf = (rows: readonly Row[], exchangeId: string) => rows.find((row) => row.exchangeId === exchangeId)

/** What is folded around the exchange is open. */
const parentsOf = (rows: readonly Row[], exchangeId: string): ReadonlySet<string> =>
  new Set(rows.filter(({ folded }) => rowOf(folded, exchangeId) !== undefined).map(({ id }) => id))

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
