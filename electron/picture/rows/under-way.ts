import { pathOf } from '../../common/path-of.ts'
import { progressFacts, stateWords } from '../../wording/flow/states.ts'
import { growthOf } from '../growth.ts'
import type { Row } from '../picture.ts'
import { isMain } from './main-exchange.ts'
import { rowOf } from './row.ts'
import type { Scene } from './scene.ts'

/** The request under way where it is not the act's own: a key set, a renewal of the token. */
export function underWayRow({ name, progress, act }: Scene): Row[] {
  if (progress === null || act?.state !== 'running' || isMain(name, progress.purpose)) return []
  const isRenewal = progress.purpose === 'token'
  const icon = isRenewal ? 'renewal' : 'keys'
  return [
    rowOf({
      id: `${name}.${icon}.${act.exchanges.length}`,
      act: name,
      step: icon,
      icon,
      from: 'app',
      to: 'server',
      label: `${progress.method} ${pathOf(progress.url)}`,
      isBytes: true,
      facts: progressFacts(progress),
      state: 'running',
      result: stateWords.running,
      growth: growthOf(progress),
    }),
  ]
}
