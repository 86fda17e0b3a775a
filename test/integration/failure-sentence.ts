import type { TransportFailure } from '../../electron/contract/exchange.ts'
import { failureText } from '../../electron/wording/failures.ts'

/** What a person reads of a failure; empty where nothing failed. */
export const sentenceOf = (failure: TransportFailure | null | undefined): string =>
  failure ? failureText(failure).sentence : ''
