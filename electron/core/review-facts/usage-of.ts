import { rateLimitOf } from '../../common/rate-limit.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { Usage } from '../review/case.ts'
import type { RecordedFigures } from './figures-reader.ts'

/** How an environment was used; `exchanges` are the newest. */
export function usageOf(
  { usage, limited, scopeRefusals }: RecordedFigures,
  exchanges: readonly Exchange[],
  isRecorded: boolean,
): Usage {
  return { isRecorded, ...usage, limited: { ...limited, announced: announcedIn(exchanges) }, scopeRefusals }
}

/** The field with which the authorization server says how often one may ask, as it came; null where it says nothing. */
function announcedIn(exchanges: readonly Exchange[]): string | null {
  for (const { purpose, response, startedAt, timings } of exchanges) {
    if (purpose === 'api' || response === null) continue
    const read = rateLimitOf(response.headers, startedAt + timings.total)
    if (read === null || read.limit === null) continue
    const field = response.headers.find(([name]) => /^(?:x-)?rate-?limit/i.test(name))
    if (field !== undefined) return field.join(': ').slice(0, mostCharacters)
  }
  return null
}

const mostCharacters = 200
