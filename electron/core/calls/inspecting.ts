import type { Api } from '../../contract/calls.ts'
import { decodeToken } from '../token/decode.ts'
import { findTokens } from '../token/find-tokens.ts'
import type { CallContext } from './desk.ts'

/** Reads pasted text. It needs nothing of the desk: nothing is sent, nothing is kept. */
export const inspectingCalls: Pick<Api<CallContext>, 'inspectText'> = {
  inspectText: async ({ text, pick }) => {
    const found = findTokens(text)
    return { found, decoded: decodeToken((found[pick] ?? found[0])?.token ?? text) }
  },
}
