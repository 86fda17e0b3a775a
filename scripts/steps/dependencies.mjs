import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from '../support/paths.mjs'
import { capture, npm, toolchainNode } from '../support/processes.mjs'
import { Remedy, step } from '../support/step.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/** Installs what package-lock.json names, unless node_modules holds just that already. */
export async function dependencies() {
  await step('Dependencies', async (say) => {
    if (areInstalled()) return say('already there')
    say('npm ci …')
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund'])
    if (code !== 0) {
      throw new Remedy(
        `${output.trim()}\nnpm could not install the dependencies. Is the package registry reachable? Try: npm ci`,
      )
    }
    say('installed')
  })
  await step("Toolchain's Node", async (say) => {
    const version = (await versionOfToolchain()) ?? (await rebuildToolchain())
    if (version !== undefined) return say(version)
    throw new Remedy(
      'The package "node" did not install its program: its install script was kept from running. Try:\n' +
        '  npm rebuild node --ignore-scripts=false --foreground-scripts',
    )
  })
}

/** npm keeps what it really installed beside it, in the form of the lock file; packages for other platforms are absent there. */
function areInstalled() {
  if (!existsSync(inRoot('node_modules/.package-lock.json'))) return false
  const wanted = packagesOf('package-lock.json')
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
  )
}

/**
 * @param {string} lockFile
 * @returns {Packages}
 */
const packagesOf = (lockFile) => JSON.parse(readFileSync(inRoot(lockFile), 'utf8')).packages

async function versionOfToolchain() {
  if (!existsSync(toolchainNode)) return undefined
  const { code, output } = await capture(toolchainNode, ['--version']).catch(() => ({ code: 1, output: '' }))
  return code === 0 ? output.trim() : undefined
}

async function rebuildToolchain() {
  await npm(['rebuild', 'node'])
  return versionOfToolchain()
}
