import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** What the tests with Debian's age tool miss; null when nothing. `script` gives it the terminal it asks for. */
export function missingAge(): string | null {
  const missing = ['age', 'age-keygen', 'script'].filter(
    (program) => spawnSync(program, ['--version']).error !== undefined,
  )
  return missing.length === 0 ? null : `There is no ${missing.join(', ')} here.`
}

/** Runs a program of age to its end; gives what it wrote, and what it complained of. */
export function runAge(program: 'age' | 'age-keygen', options: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(program, options, { input, encoding: 'utf8' })
  return { status, output: stdout, complaint: stderr }
}

/** Runs age in a terminal, where alone it asks for a passphrase, and types the passphrase each time it is asked. */
export async function ageInTerminal(command: string, passphrase: string): Promise<{ status: unknown; shown: string }> {
  const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] })
  let shown = ''
  let answered = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    const asked = shown.match(/(?:Enter|Confirm) passphrase[^:]*:/g)?.length ?? 0
    // The tool turns the echo off only after it has asked; what is typed before may be thrown away.
    for (; answered < asked; answered += 1) void wait(200).then(() => child.stdin.write(`${passphrase}\r`))
  })
  const timer = setTimeout(() => child.kill(), 25_000)
  const [status]: unknown[] = await once(child, 'close')
  clearTimeout(timer)
  return { status, shown }
}
