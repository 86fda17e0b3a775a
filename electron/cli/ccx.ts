import { systemFailureOf } from '../core/system-failure.ts'
import { systemFailureText } from '../wording/system-failure.ts'
import { commands, type Command } from './commands.ts'
import { help } from './help.ts'

process.exitCode = await run(process.argv.slice(2))

/** Runs one command line; the result is the exit code: 0 done, 1 not as expected, 2 not understood. */
async function run([name = 'help', ...args]: string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help())
    return 0
  }
  if (name === '--version') {
    const { version } = await import('./version.ts')
    process.stdout.write(`${version()}\n`)
    return 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) return notUnderstood(`There is no command "${name}".`)
  return runCommand(command, args)
}

async function runCommand(command: Command, args: string[]): Promise<number> {
  try {
    return await (
      await command.load()
    )(args)
  } catch (error) {
    const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    if (isUsage) return notUnderstood(error.message)
    process.stderr.write(`ccx ${command.name}: ${systemFailureText(systemFailureOf(error))}\n`)
    return command.whenFailed ?? 1
  }
}

function notUnderstood(problem: string): number {
  process.stderr.write(`ccx: ${problem}\n\n${help()}`)
  return 2
}
