import type { Api } from '../../contract/calls.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { findTokens } from '../token/find/find-tokens.ts'
import type { CallContext } from '../core-context.ts'

/** Reads pasted text. It needs no context: nothing is sent, nothing is kept. */
export const inspectingCalls: Pick<Api<CallContext>, 'inspectText'> = {
  inspectText: async ({ text, pick }) => {
    const found = findTokens(text)
    return { found, decoded: decodeToken((found[pick] ?? found[0])?.token ?? text) }
  },
}
