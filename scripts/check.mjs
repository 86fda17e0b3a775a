import { main } from './support/step.mjs'
import { check } from './steps/check.mjs'
import { dependencies } from './steps/dependencies.mjs'

await main(async () => {
  await dependencies()
  const failed = await check()
  return failed === 0 ? 0 : 1
})
