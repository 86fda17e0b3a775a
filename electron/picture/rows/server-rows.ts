import type { Row } from '../picture.ts'
import { leftOutWord } from '../../wording/flow/states.ts'
import { reachedBy } from '../reached.ts'
import { drawnOnce } from './drawn.ts'
import { extrasOf } from './extras.ts'
import { mainExchanges } from './main-exchange.ts'
import { requestLabel } from './request-label.ts'
import { progressOfMain, requestFacts } from './row-facts.ts'
import { rowOf } from './row.ts'
import type { Scene } from './scene.ts'
import { underWayRow } from './under-way.ts'

interface Asked extends Pick<Row, 'step' | 'icon'> {
  url: string
  /** Above the arrow where no URL is known. */
  words: string
  planned: string
  answered: string
  /** Below it where no URL is known, and the way to fill that. */
  missing: string
  wayOut: Row['wayOut']
}

/** A request to the authorization server and its answer, drawn as one arrow. */
export function serverRows(scene: Scene, asked: Asked): Row[] {
  const { act, name, plan } = scene
  const { first, last } = mainExchanges(scene)
  const { before, after } = extrasOf(scene, first)
  const isMissing = asked.url === '' && first === null
  const drawn = drawnOnce(act, progressOfMain(scene))
  const isAnswered = reachedBy(act).kind === 'answered'
  const row = rowOf({
    id: `${name}.request`,
    act: name,
    step: asked.step,
    icon: asked.icon,
    from: 'app',
    to: 'server',
    isProxied: last === null ? plan.proxy !== null : last.proxy !== null,
    ...requestLabel(first, { method: 'POST', url: asked.url }, asked.words),
    ...drawn,
    facts: isAnswered ? asked.answered : requestFacts(scene, drawn.state, asked.planned),
    exchangeId: last?.id ?? null,
  })
  const shown = isMissing ? missingRow(row, asked) : row
  return [...before, shown, ...after, ...underWayRow(scene)]
}

const missingRow = (row: Row, { missing, wayOut }: Asked): Row => ({
  ...row,
  facts: missing,
  state: 'left_out',
  result: row.result === '' ? leftOutWord(null) : row.result,
  wayOut,
})
