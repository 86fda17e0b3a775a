import { isLoopback } from '../../../common/loopback.ts'
import type { Seen } from '../../../contract/review.ts'
import type { OtherEnvironment, ReviewCase } from '../case.ts'
import { seenHere } from '../check.ts'
import { isSameButSlash } from './same-but-slash.ts'

/** A sandbox, or a server on this computer, says nothing of how stages are kept apart. */
export const isOnThisComputer = ({ token_endpoint: url }: OtherEnvironment): boolean =>
  !URL.canParse(url) || isLoopback(url)

export const isOtherStage = ({ settings }: ReviewCase, { stage }: OtherEnvironment): boolean => stage !== settings.stage

/** One is production, and the other is development or staging. What an environment of stage `other` is for is not known. */
export function mixesProduction({ settings }: ReviewCase, { stage }: OtherEnvironment): boolean {
  const stages = new Set([settings.stage, stage])
  return stages.has('production') && (stages.has('development') || stages.has('staging'))
}

/** The same client at the same server. */
export function isSameClient({ settings }: ReviewCase, other: OtherEnvironment): boolean {
  if (settings.client_id === '' || settings.client_id !== other.client_id) return false
  const isSame = (one: string, two: string): boolean => one !== '' && isSameButSlash(one, two)
  return isSame(settings.token_endpoint, other.token_endpoint) || isSame(settings.issuer, other.issuer)
}

const mostShown = 10

/** The name of the first, and how many there are. */
export const evidenceOf = (others: readonly OtherEnvironment[]) => ({
  environment: others[0]?.name ?? '',
  count: String(others.length),
})

export const seenOthers = (others: readonly OtherEnvironment[]): Seen[] =>
  others.slice(0, mostShown).map(({ name, stage }) => seenHere('environment', name, stage))
