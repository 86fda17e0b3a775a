import { existsSync } from 'node:fs'
import { root } from './support/paths.mjs'
import { run, runTool } from './support/processes.mjs'
import { main } from './support/step.mjs'
import { build } from './steps/build.mjs'
import { dependencies } from './steps/dependencies.mjs'
import { electron } from './steps/electron.mjs'
import { forWindow, systemLibraries } from './steps/system-libraries.mjs'

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])

await main(async () => {
  await dependencies()
  return hasDisplay ? openWindow() : runInTerminal()
})

async function openWindow() {
  await systemLibraries(forWindow)
  const { executable } = await electron()
  await build()
  const args = [root, ...process.argv.slice(2)]
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('  Running as root: Chromium then needs --no-sandbox. Any other user gets the full sandbox.')
    args.unshift('--no-sandbox')
  }
  console.log('→ Client Credentials Explorer')
  return run(executable, args)
}

/** The same flow through the same core; the window needs a display. */
async function runInTerminal() {
  await build()
  console.log('  There is no display here, so the flow runs in this terminal.')
  const code = await runTool('dist/ccx.mjs', ['demo'])
  console.log('\nTo open the window, run `npm start` where there is a display, or on one that nobody sees:')
  console.log(
    existsSync('/usr/bin/xvfb-run')
      ? '  xvfb-run -a npm start'
      : '  apt-get install xvfb xauth && xvfb-run -a npm start',
  )
  return code
}
