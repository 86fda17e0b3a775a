import type { Problem } from '../contract/problem.ts'
import { httpUrlFault } from '../vocabulary/url-rules.ts'
import { problem } from './problem.ts'

/** Why a URL that somebody typed was refused. */
export const urlProblem = (typed: string): Problem =>
  problem('url_refused', { fault: httpUrlFault(typed.trim()) ?? 'too_long' })
