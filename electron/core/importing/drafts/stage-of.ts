import { wordsOf } from '../../../common/client-settings/named/named-text.ts'
import { hostOf } from '../../../common/host-of.ts'
import type { Stage } from '../../../contract/environment.ts'
import { stagesInName } from '../../../catalogue/stages-in-name.ts'

const stageOfWord: Readonly<Record<string, Stage>> = {
  production: 'production',
  preproduction: 'staging',
  staging: 'staging',
  integration: 'staging',
  acceptance: 'staging',
  quality: 'staging',
  preview: 'staging',
  test: 'staging',
  development: 'development',
  sandbox: 'other',
  demo: 'other',
}

/** The stage that names and addresses say, the first that says one; `other` where none does. */
export function stageOf(names: readonly string[], urls: readonly string[]): Stage {
  const said = [
    ...names.map((name) => stagesInName(wordsOf(name).join('-'))),
    ...urls.map((url) => stagesInName(hostOf(url))),
  ]
  for (const words of said) {
    const known = words.flatMap((word) => stageOfWord[word] ?? [])
    const [stage] = known
    if (stage !== undefined) return stage
  }
  if (names.some((name) => wordsOf(name).includes('local')) || urls.some(isLocal)) return 'development'
  return 'other'
}

const isLocal = (url: string): boolean => /^https?:\/\/(?:localhost|127\.|\[::1\])/i.test(url)

/** Whether a name says a stage and nothing else, such as `dev` or `Prod 2`. */
export function isStageAlone(name: string): boolean {
  const words = wordsOf(name).filter((word) => !/^\d+$/.test(word))
  return words.length > 0 && words.every((word) => stagesInName(word).length > 0)
}
