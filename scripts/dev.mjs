import { root } from './support/paths.mjs'
import { runTool } from './support/processes.mjs'
import { main, Remedy } from './support/step.mjs'
import { dependencies } from './steps/dependencies.mjs'
import { electron } from './steps/electron.mjs'
import { forWindow, systemLibraries } from './steps/system-libraries.mjs'

await main(async () => {
  await dependencies()
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new Remedy('There is no display here to open the window on. Try:\n  xvfb-run -a npm run dev')
  }
  await systemLibraries(forWindow)
  const { executable } = await electron()
  return runTool('scripts/support/dev-server.mjs', [executable, root])
})
