import type { ReviewWords } from './writer.ts'

export const noToken = 'No token was issued with these settings yet'

/** That a token has to be requested first; `why` says what is read from it. */
export const withoutToken = (why: string): ReviewWords => ({ line: noToken, why, advice: 'Request a token.' })
