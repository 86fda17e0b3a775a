import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * A thread that runs `name-program.ts` of the folder of `here`; in a bundle it is one file, `name.cjs` beside it, which may be
 * within an archive.
 *
 * @throws when the file cannot be read
 */
export async function startThread(here: string, name: string, options: WorkerOptions = {}): Promise<Worker> {
  if (here.endsWith('.ts')) return new Worker(new URL(`${name}-program.ts`, here), options)
  // Not by its URL: Electron 25 reads archives by paths alone.
  const program = await readFile(fileURLToPath(new URL(`${name}.cjs`, here)), 'utf8')
  return new Worker(program, { ...options, eval: true })
}
