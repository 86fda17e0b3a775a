import { runTool } from './support/processes.mjs'
import { main } from './support/step.mjs'
import { build } from './steps/build.mjs'
import { dependencies } from './steps/dependencies.mjs'

await main(async () => {
  await dependencies()
  await build()
  return runTool('dist/ccx.mjs', process.argv.slice(2))
})
