import { copyNotes } from '../../../wording/copy-as.ts'
import type { Program, WrittenRequest } from '../pieces.ts'

/** A program without the header fields that a client cannot send, and a note that says which. */
export function withoutFields(program: Program, refused: ReadonlySet<string>, client: string): Program {
  const { token, call, notes } = program
  const isRefused = ([name]: WrittenRequest['headers'][number]) => refused.has(name.toLowerCase())
  const without = (request: WrittenRequest): WrittenRequest => ({
    ...request,
    headers: request.headers.filter((header) => !isRefused(header)),
  })
  const names = [...(token?.headers ?? []), ...call.headers].filter(isRefused).map(([name]) => name)
  if (names.length === 0) return program
  return {
    ...program,
    notes: [...notes, copyNotes.leftOut([...new Set(names)], client)],
    token: token === null ? null : without(token),
    call: without(call),
  }
}
