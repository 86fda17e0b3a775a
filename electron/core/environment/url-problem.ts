import type { ZodError } from 'zod'
import type { Problem } from '../../contract/problem.ts'
import { problem } from '../problem.ts'

/** Why a URL that somebody typed was refused. */
export const urlProblem = ({ issues: [first] }: ZodError): Problem =>
  problem('url_refused', { reason: first?.message ?? '' })
