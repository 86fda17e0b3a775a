import { closeSync, openSync, readSync, statSync } from 'node:fs'

const chunk = 1 << 20

/** Compares two files without holding either in memory. */
export function sameContent(a: string, b: string): boolean {
  if (statSync(a).size !== statSync(b).size) return false
  const first = openSync(a, 'r')
  const second = openSync(b, 'r')
  const [one, other] = [Buffer.alloc(chunk), Buffer.alloc(chunk)]
  try {
    for (;;) {
      const read = readSync(first, one)
      readSync(second, other)
      if (!one.equals(other)) return false
      if (read < chunk) return true
    }
  } finally {
    closeSync(first)
    closeSync(second)
  }
}
