import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { build, type Rolldown } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The chunks of a program as `npm run build` makes them, without writing any. */
async function chunksOf(mode: 'main' | 'cli'): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    root,
    mode,
    configFile: `${root}/vite.config.ts`,
    logLevel: 'silent',
    build: { write: false },
  })
  if (!Array.isArray(built) && !('output' in built)) throw new Error('Vite watches instead of building.')
  return [built].flat().flatMap(({ output }) => output.flatMap((file) => (file.type === 'chunk' ? [file] : [])))
}

/** These chunks, and all that are loaded with them at once. */
function loadedWith(chunks: readonly Rolldown.OutputChunk[], first: readonly Rolldown.OutputChunk[]) {
  const loaded = new Set(first)
  for (const chunk of loaded) {
    for (const one of chunks) if (chunk.imports.includes(one.fileName)) loaded.add(one)
  }
  return [...loaded]
}

const modulesIn = (chunks: readonly Rolldown.OutputChunk[]) => chunks.flatMap(({ moduleIds }) => moduleIds)

const ofSdk = /node_modules\/(?:@aws-sdk|@smithy|@azure|@azure-rest|@typespec)\//

test.each(['main', 'cli'] as const)(
  '%s loads the SDKs of clouds when a source needs one, and not before',
  async (mode) => {
    const chunks = await chunksOf(mode)
    const asking = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/secrets/outside-sources.ts')))
    const entries = chunks.filter(({ isEntry }) => isEntry)
    const early = modulesIn(loadedWith(chunks, [...asking, ...entries]))
    expect(early).toContainEqual(expect.stringContaining('/core/'))
    expect(early.filter((id) => ofSdk.test(id))).toEqual([])
    const late = (name: string) =>
      modulesIn(
        loadedWith(
          chunks,
          chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(name))),
        ),
      )
    expect(late('/sources/aws-secrets-manager.ts')).toContainEqual(
      expect.stringContaining('@aws-sdk/client-secrets-manager'),
    )
    expect(late('/sources/aws-secrets-manager.ts').filter((id) => id.includes('@azure/'))).toEqual([])
    expect(late('/sources/azure-key-vault.ts')).toContainEqual(expect.stringContaining('@azure/identity'))
    expect(late('/sources/vault.ts').filter((id) => ofSdk.test(id))).toEqual([])
  },
)
