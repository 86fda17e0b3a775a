import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs copied programs of one language, all in one process where that can be, and gives what went to the standard error. */
export async function runCopied(
  language: 'bash' | 'node' | 'python' | 'java',
  programs: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ccx-copied-'))
  try {
    const ending = { bash: 'sh', node: 'mjs', python: 'py', java: 'java' }[language]
    const names = programs.map((_, index) => join(folder, `p${index}.${ending}`))
    for (const [index, name] of names.entries()) await writeFile(name, programs[index] ?? '')
    const main = join(folder, `main.${ending}`)
    await writeFile(main, runner(language, names))
    const [command, ...given] = commandOf(language, main, names)
    return await run(command ?? '', given, { ...process.env, ...variables })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function runner(language: string, names: readonly string[]): string {
  const list = JSON.stringify(names)
  if (language === 'node') return `for (const name of ${list}) await import(name)\n`
  if (language === 'python') return `for name in ${list}: exec(open(name, encoding="utf-8").read(), {})\n`
  return names.map((name) => `. ${name}\n`).join('')
}

function commandOf(language: string, main: string, names: readonly string[]): string[] {
  if (language === 'java') return ['java', '-XX:TieredStopAtLevel=1', ...names.slice(0, 1)]
  return [{ node: process.execPath, python: 'python3' }[language] ?? language, main]
}

function run(command: string, given: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, given, { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000 })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.on('error', reject)
    child.on('close', () => resolve(errors))
  })
}

/** Whether a command is on this machine. */
export async function isHere(command: string, ...given: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, given, { stdio: 'ignore', timeout: 20_000 })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}
