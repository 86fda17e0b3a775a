import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { Remedy } from './step.mjs'

/** @type {Readonly<Record<FuseV1Options, boolean>>} */
const wanted = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
}
/** On from the start, where an Electron has it; `@electron/fuses` 1 cannot set it. */
const wasmTrapHandlers = 8
const on = '1'.charCodeAt(0)
const off = '0'.charCodeAt(0)

/**
 * electron-builder's hook, before anything is signed: takes out the launcher that the test runtime has, sets the fuses of the packaged program, reads them back, and names
 * those that its Electron does not have.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function setFuses({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename
  const program = path.join(
    appOutDir,
    { darwin: `${name}.app`, win32: `${name}.exe` }[electronPlatformName] ?? 'client-credentials-explorer',
  )
  rmSync(path.join(appOutDir, 'resources/app'), { recursive: true, force: true })
  const before = await wireOf(program)
  const present = Object.entries(wanted).filter(([index]) => before.has(Number(index)))
  await flipFuses(program, { version: FuseVersion.V1, ...Object.fromEntries(present) })

  const after = await wireOf(program)
  const wrong = present.filter(([index, isOn]) => after.get(Number(index)) !== (isOn ? on : off))
  if (wrong.length > 0)
    throw new Remedy(`These fuses did not take: ${wrong.map(([index]) => nameOf(index)).join(', ')}`)
  const absent = Object.keys(wanted).filter((index) => !after.has(Number(index)))
  if (!after.has(wasmTrapHandlers)) absent.push(String(wasmTrapHandlers))
  else if (after.get(wasmTrapHandlers) !== on) throw new Remedy('The fuse WasmTrapHandlers is off.')
  const missing = absent.length === 0 ? '' : `; this Electron has no ${absent.map(nameOf).join(', ')}`
  console.log(`  Fuses: ${present.length} set and read back${missing}`)
}

const nameOf = (/** @type {string} */ index) => FuseV1Options[Number(index)] ?? 'WasmTrapHandlers'

/** @returns {Promise<Map<number, number>>} the state of each fuse that the program has */
async function wireOf(/** @type {string} */ program) {
  const { version: _version, ...wire } = await getCurrentFuseWire(program)
  return new Map(Object.entries(wire).map(([index, state]) => [Number(index), Number(state)]))
}
