import { existsSync } from 'node:fs'
import path from 'node:path'
import { bundle } from './bundle-program.mjs'
import { inRoot } from './paths.mjs'
import { main } from './step.mjs'

/** Each program of the app and where it begins; vite.config.ts says how each is built. */
const programs = {
  main: 'electron/shell/main.ts',
  preload: 'electron/shell/preload.ts',
  sandbox: 'electron/sandbox/main.ts',
  backup: 'electron/shell/back-up.ts',
  thread: 'electron/core/answers/answer-thread-program.ts',
  assertions: 'electron/core/assertions/assertion-thread-program.ts',
  import: 'electron/core/importing/import-thread-program.ts',
  history: 'electron/core/history/history-thread-program.ts',
  removal: 'electron/core/history/removal-thread-program.ts',
  cli: 'electron/cli/ccx.ts',
  renderer: 'renderer/index.html',
}

await main(async () => {
  const outDir = path.resolve(process.argv[2] ?? 'dist')
  for (const [mode, entry] of Object.entries(programs)) {
    if (existsSync(inRoot(entry))) await bundle(mode, mode === 'renderer' ? path.join(outDir, 'ui') : outDir)
    else console.log(`  Build: skipped ${mode}: there is no ${entry} yet`)
  }
  return 0
})
