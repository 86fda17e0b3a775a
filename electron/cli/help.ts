import { commands } from './commands.ts'
import { style } from './style.ts'

export function help(): string {
  const lines = commands.map(({ name, summary, options }) => {
    const details = options.map(([option, meaning]) => `\n    ${option.padEnd(20)}${meaning}`)
    return `  ${style('bold', `ccx ${name}`.padEnd(18))}${summary}${details.join('')}`
  })
  return `${style('bold', 'ccx')}: see the OAuth 2.0 client-credentials flow work, or see exactly why it does not.

${lines.join('\n')}
  ${style('bold', 'ccx help'.padEnd(18))}Show this
  ${style('bold', 'ccx --version'.padEnd(18))}Show the version

Exit code: 0 all went as expected, 1 it did not, 2 the command line was not understood.
`
}
