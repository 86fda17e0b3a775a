import { runTool } from './support/processes.mjs'
import { main } from './support/step.mjs'
import { dependencies } from './steps/dependencies.mjs'

await main(async () => {
  await dependencies()
  return runTool('test/diagnosis/report.ts', [])
})
