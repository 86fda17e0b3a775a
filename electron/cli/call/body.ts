import { Buffer } from 'node:buffer'
import type { Exchange } from '../../contract/exchange.ts'
import type { CallContext } from '../../core/core-context.ts'
import { visible } from '../demo/print.ts'
import type { Host } from '../host.ts'

const atOnce = 1 << 18

/** Writes the masked body of an answer, bytes as bytes. In a terminal it cannot move the cursor or change colours. */
export async function writeBody(api: Host['api'], { id, response }: Exchange, context: CallContext): Promise<void> {
  if (response === null) return
  const { body } = response
  if (body.isHead !== true) return write(body)
  let from = 0
  for (;;) {
    const slice = await api.readAnswer({ id, from, length: atOnce }, context)
    if (slice === null) return
    write(slice)
    if (slice.to >= slice.total || slice.to <= from) return
    from = slice.to
  }
}

function write({ text, encoding }: { text: string; encoding: 'utf-8' | 'base64' }): void {
  if (encoding === 'base64') process.stdout.write(Buffer.from(text, 'base64'))
  else
    process.stdout.write(
      process.stdout.isTTY
        ? text
            .split(/(?<=[\n\t])/)
            .map(shown)
            .join('')
        : text,
    )
}

/** A piece with at most one line end or tab, at its end. */
const shown = (piece: string): string => {
  const end = /[\n\t]$/.exec(piece)?.[0] ?? ''
  return visible(piece.slice(0, piece.length - end.length)) + end
}
