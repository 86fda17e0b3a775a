import { homedir } from 'node:os'
import path from 'node:path'
import { ignores, mayExcept } from './git-ignore.ts'
import { isTracked } from './git-index.ts'
import { smallText, type WorkingCopy, workingCopyAround } from './working-copy.ts'

/**
 * What Git has to do with a file: nothing (`none`); it is in a commit or will be in the next one (`tracked`); it is in a working
 * copy, where Git ignores it or may take it up.
 */
export type GitState = 'none' | 'tracked' | 'ignored' | 'untracked'

/** Of a file by its whole path. Reads what Git wrote, and starts nothing. What cannot be read counts as `untracked`. */
export async function gitStateOf(file: string): Promise<GitState> {
  const copy = await workingCopyAround(path.dirname(file))
  if (copy === null) return 'none'
  const inside = path.relative(copy.root, file).split(path.sep).join('/')
  const tracked = await isTracked(copy.indexFolder, inside)
  if (tracked === true) return 'tracked'
  return tracked === false && (await isIgnored(copy, inside)) ? 'ignored' : 'untracked'
}

/** By the rules for all of a person's repositories, of this one, and of each folder from the top down. */
async function isIgnored({ root, sharedFolder }: WorkingCopy, file: string): Promise<boolean> {
  const folders = file.split('/').slice(0, -1)
  const places = [
    { rules: path.join(homedir(), '.config', 'git', 'ignore'), depth: 0 },
    { rules: path.join(sharedFolder, 'info', 'exclude'), depth: 0 },
    ...Array.from({ length: folders.length + 1 }, (_, depth) => ({
      rules: path.join(root, ...folders.slice(0, depth), '.gitignore'),
      depth,
    })),
  ]
  const texts = await Promise.all(places.map(async ({ rules, depth }) => ({ lines: await smallText(rules), depth })))
  const from = (depth: number): string => file.split('/').slice(depth).join('/')
  const read = texts.flatMap(({ lines, depth }) => (lines === null ? [] : [{ lines, file: from(depth) }]))
  return read.some((each) => ignores(each.lines, each.file)) && !read.some((each) => mayExcept(each.lines, each.file))
}
