import { type KeyMaterial, readKeyMaterial } from '../../../../electron/core/token/keys/read-key-material.ts'

/** The keys in a text that has some. */
export async function typedKeys(text: string): Promise<Exclude<KeyMaterial, { kind: 'none' }>> {
  const read = await readKeyMaterial(text)
  if (read.kind === 'none') throw new Error(read.problem.code)
  return read
}
