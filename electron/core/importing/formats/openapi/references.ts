import { nameOfStep } from '../../../../common/json-pointer.ts'
import { isMembers, memberNamed } from '../../../json/json-members.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import type { Notes } from './notes.ts'
import type { Part } from './part.ts'

/**
 * Where a part really is: its references are followed, within its file and into the other files that were given. Of one that
 * leads nowhere the value is undefined, and a note says so once. Nothing is opened or asked.
 */
export type Follow = (part: Part) => Part

/** References after one another, until one is taken for a loop. */
const mostHops = 100

export function follower(files: readonly ParsedFile[], notes: Notes): Follow {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const targets = new Map<ParsedFile, Map<string, Part | null>>()

  const follow: Follow = (part) => {
    let at = part
    for (let hop = 0; ; hop++) {
      const reference = referenceOf(at)
      if (reference === null) return at
      if (hop === mostHops) notes.add({ code: 'reference_loop', evidence: { reference } }, part)
      const target = hop === mostHops ? null : targetOf(at, reference)
      if (target === null) return { ...at, value: undefined }
      at = target
    }
  }

  const targetOf = (at: Part, reference: string): Part | null => {
    const known = targets.get(at.file) ?? new Map<string, Part | null>()
    targets.set(at.file, known)
    const before = known.get(reference)
    if (before !== undefined) return before
    // One that is met again on its own way leads nowhere.
    known.set(reference, null)
    const [address = '', ...fragments] = reference.split('#')
    const file = address === '' ? at.file : byPath.get(pathFrom(at.file.path, address))
    const found = file === undefined ? null : pointed(file, fragments.join('#'))
    if (found === null) {
      const code = file === undefined ? 'reference_not_read' : 'reference_missing'
      notes.add({ code, evidence: { reference } }, at)
    }
    known.set(reference, found)
    return found
  }

  /** @see RFC 6901 §6 */
  const pointed = (file: ParsedFile, fragment: string): Part | null => {
    let at: Part = { value: file.value, file, path: [] }
    if (fragment !== '' && !fragment.startsWith('/')) return null
    for (const step of decoded(fragment).split('/').slice(1)) {
      const name = nameOfStep(step)
      // A part on the way may be a reference itself, as in descriptions that are cut into files.
      if (!hasStep(at.value, name)) at = follow(at)
      if (!hasStep(at.value, name)) return null
      const key = Array.isArray(at.value) ? Number(name) : name
      at = { value: stepOf(at.value, name), file: at.file, path: [...at.path, key] }
    }
    return at
  }

  return follow
}

function referenceOf({ value }: Part): string | null {
  const reference = isMembers(value) ? memberNamed(value, '$ref') : undefined
  return typeof reference === 'string' ? reference : null
}

const stepOf = (value: unknown, name: string): unknown =>
  Array.isArray(value) ? value[Number(name)] : isMembers(value) ? memberNamed(value, name) : undefined

const hasStep = (value: unknown, name: string): boolean =>
  Array.isArray(value) ? /^\d{1,9}$/.test(name) && Number(name) < value.length : stepOf(value, name) !== undefined

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** The path of a file that another one names; what is no relative path is no file here. */
export function pathFrom(path: string, address: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|\\)/i.test(address)) return `\0${address}`
  const steps = path.split('/').slice(0, -1)
  for (const step of decoded(address).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
