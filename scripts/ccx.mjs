import { runTool } from './support/processes.mjs'
import { main } from './support/step.mjs'
import { build } from './steps/build.mjs'
import { dependencies } from './steps/dependencies.mjs'

// What ccx prints may go into a file: the lines of the set-up do not belong there.
console.log = console.error

await main(async () => {
  await dependencies()
  await build()
  // Paths are meant from where it was called, also where npm changes to the root first.
  return runTool('dist/ccx.mjs', process.argv.slice(2), { cwd: process.env['INIT_CWD'] ?? process.cwd() })
})
