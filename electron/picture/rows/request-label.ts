import { pathOf } from '../../common/path-of.ts'
import type { FlowExchange } from '../../contract/flow.ts'
import type { Row } from '../picture.ts'

/** The request line: of the exchange where one was made, else of the plan; words where no URL is known. */
export function requestLabel(
  exchange: FlowExchange | null,
  planned: { method: string; url: string },
  words: string,
): Pick<Row, 'label' | 'isBytes'> {
  const { method, url } = exchange ?? planned
  return url === '' ? { label: words, isBytes: false } : { label: `${method} ${pathOf(url)}`, isBytes: true }
}
