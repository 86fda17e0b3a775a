import { mostImported } from '../../../vocabulary/import-formats.ts'
import { ImportRefused } from './import-refused.ts'

/** How much an import makes of what it has, which clients and sets of variables multiply. */
export interface Multiplied {
  /** Counts environments and the calls of each, before they are made. @throws {ImportRefused} */
  count: (environments: number, callsEach: number) => void
}

export function newMultiplied(): Multiplied {
  let environments = 0
  let calls = 0
  return {
    count: (more, callsEach) => {
      environments += more
      calls += more * callsEach
      if (environments > mostImported.environments)
        throw new ImportRefused({ code: 'too_many_environments', evidence: { most: mostImported.environments } })
      if (calls > mostImported.callsInAll)
        throw new ImportRefused({ code: 'too_many_calls_in_all', evidence: { most: mostImported.callsInAll } })
    },
  }
}
