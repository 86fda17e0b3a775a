import { runTool } from './support/processes.mjs'
import { main, Remedy } from './support/step.mjs'
import { build } from './steps/build.mjs'
import { dependencies } from './steps/dependencies.mjs'
import { electron } from './steps/electron.mjs'
import { packageApp } from './steps/package-app.mjs'
import { forTests, systemLibraries } from './steps/system-libraries.mjs'

await main(async () => {
  if (process.platform !== 'linux')
    throw new Remedy('The benchmarks read /proc and open an Xvfb: they run on Linux only.')
  await dependencies()
  await systemLibraries(forTests)
  const runtime = await electron()
  await build()
  const { folder, program } = await packageApp(runtime, true)
  console.log(`→ The packaged app against its floors, all on Electron ${runtime.version}`)
  return runTool('test/bench/bench.ts', [runtime.executable, folder, program, ...process.argv.slice(2)])
})
