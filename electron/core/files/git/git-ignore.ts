/** A line of a `.gitignore`, in parts between slashes. */
interface Rule {
  parts: readonly string[]
  /** Ends with a slash: only folders, so what is in them. */
  isOfFolders: boolean
  /** Begins with an exclamation mark: what it names is not ignored. */
  isException: boolean
}

/**
 * Whether the lines of a `.gitignore` ignore a file, by its path from the folder that they are in, with slashes. True only
 * where that is certain: rules with brackets or backslashes ignore nothing here, and no exception may name the file.
 * @see gitignore(5)
 */
export function ignores(lines: string, file: string): boolean {
  const parts = file.split('/')
  const named = rulesOf(lines).filter((rule) => matches(rule, parts))
  return named.length > 0 && named.every(({ isException }) => !isException)
}

/** Whether an exception may name the file: then it is not ignored by what a folder above says. */
export function mayExcept(lines: string, file: string): boolean {
  const parts = file.split('/')
  const exceptions = rulesOf(lines).filter(({ isException }) => isException)
  return exceptions.some((rule) => matches(rule, parts) || rule.parts.some(isNotReadHere))
}

const mostRules = 5000

function rulesOf(lines: string): Rule[] {
  return lines
    .split('\n')
    .slice(0, mostRules)
    .flatMap((line) => ruleOf(line.replace(/\r$/, '').replace(/ {1,1000}$/, '')) ?? [])
}

function ruleOf(line: string): Rule | null {
  if (line === '' || line.startsWith('#')) return null
  const isException = line.startsWith('!')
  const written = isException ? line.slice(1) : line
  const isOfFolders = written.endsWith('/')
  const pattern = isOfFolders ? written.slice(0, -1) : written
  // A slash at the start or in the middle ties the rule to this folder.
  const isTied = pattern.includes('/')
  const names = pattern.split('/').filter((part) => part !== '')
  if (names.length === 0) return null
  const parts = isException ? names.map(widened) : names
  return { parts: isTied ? parts : ['**', ...parts], isOfFolders, isException }
}

/** An exception that names more than it says is on the safe side: brackets are one character, and so is what is escaped. */
const widened = (part: string): string => part.replaceAll(/\[[!^]?\]?[^\]\\[]{0,100}\]|\\./g, '?')

/** The file itself, or a folder that it is in. */
function matches({ parts, isOfFolders }: Rule, file: readonly string[]): boolean {
  if (parts.some(isNotReadHere)) return false
  const longest = isOfFolders ? file.length - 1 : file.length
  return reachedBy(parts, file).some((names) => names > 0 && names <= longest)
}

const isNotReadHere = (part: string): boolean => /[[\\\]]/.test(part)

/** How many names from the first on a rule may take. `**` is any number of folders, at the end at least one name. */
function reachedBy(rule: readonly string[], path: readonly string[]): number[] {
  // After each part of the rule, up to which numbers of names it may have come.
  let reached = new Set([0])
  for (const [index, part] of rule.entries()) {
    const next = new Set<number>()
    const isLast = index === rule.length - 1
    if (part === '**') {
      const first = Math.min(...reached)
      for (let to = isLast ? first + 1 : first; to <= path.length; to += 1) next.add(to)
    } else {
      for (const at of reached) if (at < path.length && isLike(part, path[at] ?? '')) next.add(at + 1)
    }
    if (next.size === 0) return []
    reached = next
  }
  return [...reached]
}

/** `*` is any characters, `?` is one. Goes back to the last star only, so that it takes no longer than both lengths multiplied. */
function isLike(pattern: string, name: string): boolean {
  let [p, n, star, resume] = [0, 0, -1, 0]
  while (n < name.length) {
    if (pattern[p] === '*') [star, resume, p] = [p, n, p + 1]
    else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n])) [p, n] = [p + 1, n + 1]
    else if (star === -1) return false
    else [resume, n, p] = [resume + 1, resume + 1, star + 1]
  }
  return /^\**$/.test(pattern.slice(p))
}
