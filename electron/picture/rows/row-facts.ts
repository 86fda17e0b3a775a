import { endingFact } from '../../wording/flow/endings.ts'
import { progressFacts } from '../../wording/flow/states.ts'
import type { Row } from '../picture.ts'
import { isMain } from './main-exchange.ts'
import type { Scene } from './scene.ts'

/** What the act's own request waits for; null where nothing or another request is under way. */
export const progressOfMain = ({ name, progress }: Scene): Scene['progress'] =>
  progress !== null && isMain(name, progress.purpose) ? progress : null

/** The facts of a request: what it is at, why it broke, else what was planned. */
export function requestFacts(scene: Scene, state: Row['state'], planned: string): string {
  const progress = progressOfMain(scene)
  if (state === 'running' && progress !== null) return progressFacts(progress)
  return state === 'failed' && scene.act !== null ? endingFact(scene.act) || planned : planned
}
