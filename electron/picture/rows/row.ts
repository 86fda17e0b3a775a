import { oneLine } from '../../common/one-line.ts'
import type { Row } from '../picture.ts'

type Needed = 'id' | 'act' | 'step' | 'from' | 'to' | 'label' | 'facts' | 'state'

/** A row of what is known of it: the rest is empty, and no text moves or reorders another. */
export function rowOf(parts: Pick<Row, Needed> & Partial<Omit<Row, Needed>>): Row {
  return {
    number: null,
    icon: null,
    isProxied: false,
    isBytes: false,
    result: '',
    ms: null,
    isBroken: false,
    exchangeId: null,
    growth: null,
    folded: [],
    change: '',
    wayOut: null,
    ...parts,
    label: oneLine(parts.label),
    facts: oneLine(parts.facts),
  }
}
