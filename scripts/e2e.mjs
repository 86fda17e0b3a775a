import { main } from './support/step.mjs'
import { build } from './steps/build.mjs'
import { dependencies } from './steps/dependencies.mjs'
import { electron } from './steps/electron.mjs'
import { forTests, systemLibraries } from './steps/system-libraries.mjs'
import { skippedLines } from './steps/skipped.mjs'
import { endToEndTests } from './steps/tests.mjs'

await main(async () => {
  await dependencies()
  await systemLibraries(forTests)
  const runtime = await electron()
  await build()
  const { failed, skipped } = await endToEndTests(runtime, ['--project=e2e', ...process.argv.slice(2)])
  for (const line of skippedLines(skipped)) console.log(line)
  return failed === 0 ? 0 : 1
})
