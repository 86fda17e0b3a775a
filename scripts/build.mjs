import { main } from './support/step.mjs'
import { build } from './steps/build.mjs'
import { dependencies } from './steps/dependencies.mjs'

await main(async () => {
  await dependencies()
  await build()
  return 0
})
