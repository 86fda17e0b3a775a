import { main } from './support/step.mjs'
import { build } from './steps/build.mjs'
import { dependencies } from './steps/dependencies.mjs'
import { electron } from './steps/electron.mjs'
import { packageApp } from './steps/package-app.mjs'

await main(async () => {
  await dependencies()
  const runtime = await electron()
  await build()
  await packageApp(runtime)
  return 0
})
