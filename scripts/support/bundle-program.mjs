import { build } from 'vite'
import { inRoot } from './paths.mjs'
import { Remedy } from './step.mjs'

/**
 * @param {string} mode the program, as vite.config.ts names it
 * @param {string} outDir
 */
export async function bundle(mode, outDir) {
  try {
    await build({ configFile: inRoot('vite.config.ts'), mode, logLevel: 'warn', build: { outDir } })
  } catch (error) {
    throw new Remedy(`${mode}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
