import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unprivilegedFolder } from './unprivileged.ts'

const programName = 'client-credentials-explorer'

/**
 * The built app as a package has it: its own program beside `resources/app`, so that `app.isPackaged` is true. Its fuses
 * are not set.
 */
export function packageBuiltApp(builtApp: string): { folder: string; program: string } {
  const electron = process.env['CCX_ELECTRON'] ?? ''
  const runtime = path.dirname(electron)
  const folder = unprivilegedFolder('package')
  const program = path.join(folder, programName)
  for (const name of readdirSync(runtime)) {
    if (name !== 'resources' && name !== path.basename(electron)) {
      symlinkSync(path.join(runtime, name), path.join(folder, name))
    }
  }
  // Not a link: Electron looks for its resources beside the file itself.
  copyFileSync(electron, program)
  const app = path.join(folder, 'resources/app')
  mkdirSync(app, { recursive: true })
  cpSync(path.join(builtApp, 'dist'), path.join(app, 'dist'), { recursive: true })
  const launcher = path.join(runtime, 'resources/app')
  const isTestRuntime = existsSync(path.join(launcher, 'packaged.cjs'))
  if (isTestRuntime) cpSync(launcher, path.join(app, 'test-runtime'), { recursive: true })
  const main = isTestRuntime ? 'test-runtime/packaged.cjs' : 'dist/main.cjs'
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: programName, version: '0.0.0', main }))
  return { folder, program }
}
