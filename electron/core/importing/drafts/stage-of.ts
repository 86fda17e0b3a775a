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
  const [first = '', ...others] = names
  return (
    stageOfName(first) ??
    (urls.some(isLocal) ? 'development' : null) ??
    urls.map((url) => stageOfWords(stagesInName(hostOf(url)))).find((stage) => stage !== null) ??
    others.map(stageOfName).find((stage) => stage !== null) ??
    'other'
  )
}

function stageOfName(name: string): Stage | null {
  const words = wordsOf(name)
  if (words.includes('local') || words.includes('localhost')) return 'development'
  const stage = stageOfWords(stagesInName(words.join('-')))
  return stage === 'production' && /^non$|^pre$|^nonprod/.test(words[0] ?? '') ? 'staging' : stage
}

const stageOfWords = (words: readonly string[]): Stage | null =>
  words.map((word) => stageOfWord[word]).find((stage) => stage !== undefined) ?? null

const isLocal = (url: string): boolean => /^https?:\/\/(?:localhost|127\.|\[::1\])/i.test(url)
