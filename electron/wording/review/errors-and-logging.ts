import type { errorsAndLogging } from '../../catalogue/review/errors-and-logging.ts'
import type { ReviewWriters } from './writer.ts'

export const errorsAndLoggingWriters: ReviewWriters<typeof errorsAndLogging> = {
  rate_limit_not_seen: () => ({
    line: 'No limit was seen yet',
    why: 'Without a limit, passwords can be guessed as fast as the server answers.',
    advice: 'Run the probe, or ask the operator.',
  }),
}
