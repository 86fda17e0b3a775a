import { main } from './support/step.mjs'
import { build } from './steps/build.mjs'
import { check } from './steps/check.mjs'
import { dependencies } from './steps/dependencies.mjs'
import { electron } from './steps/electron.mjs'
import { forTests, systemLibraries } from './steps/system-libraries.mjs'
import { skippedLines } from './steps/skipped.mjs'
import { endToEndTests, unitTests } from './steps/tests.mjs'

await main(async () => {
  await dependencies()
  await systemLibraries(forTests)
  const runtime = await electron()
  await build()
  const failedChecks = await check()
  const unit = await unitTests()
  const endToEnd = await endToEndTests(runtime, ['--project=e2e'])

  const failed = failedChecks + unit.failed + endToEnd.failed
  if (failedChecks > 0) console.log(`${failedChecks} of the failures are checks of types, lint, format or dead code.`)
  const skipped = [...unit.skipped, ...endToEnd.skipped]
  for (const line of skippedLines(skipped)) console.log(line)
  const count = skipped.reduce((sum, { tests }) => sum + tests, 0)
  console.log(`${unit.passed + endToEnd.passed} passed, ${failed} failed${count === 0 ? '' : `, ${count} skipped`}`)
  return failed === 0 ? 0 : 1
})
