import { stageWords } from './stage-words.ts'

const stageOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries(stageWords).flatMap(([stage, words]) => words.map((word) => [word, stage] as const)),
)

/** The stages that the words of a name say: of `api-test2.example`, `test`. */
export const stagesInName = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[-_.:]/)
    .flatMap((word) => stageOfWord.get(word.replace(/\d{1,2}$/, '')) ?? [])
