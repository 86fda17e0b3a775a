import { variablePattern, variablesIn } from '../../../vocabulary/variables.ts'
import type { DraftVariable } from './import-draft.ts'
import { hasNamedSecret } from './named-secrets.ts'
import { isPlainValue, isSecretVariable } from './secret-marks.ts'

/** Values that hold together: those of a collection with one of its sets. */
export interface Scope {
  variables: ReadonlyMap<string, ScopedVariable>
  resolve: (text: string) => ResolvedText
  /** Names whose value names itself, or too many others. */
  loops: ReadonlySet<string>
}

interface ScopedVariable extends DraftVariable {
  /** Whether the file says that it is secret, or its name or text looks it. */
  isSecret: boolean
}

interface ResolvedText {
  /** Variables without a value are left in it. */
  text: string
  missing: ReadonlySet<string>
  /** Every variable that it is made of, others' variables too. */
  used: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

/** Variables within variables, and characters of a text with its values in it. */
const most = { depth: 30, characters: 100_000 }

const plain = (text: string): ResolvedText => ({ text, missing: none, used: none })

/**
 * A value of the set comes before that of the collection, unless it is empty. Variables of `uses` are where a secret belongs,
 * and so are those that they are made of.
 */
export function scopeOf(
  base: readonly DraftVariable[],
  set: readonly DraftVariable[],
  uses: ReadonlySet<string> = none,
): Scope {
  const variables = new Map<string, ScopedVariable>()
  for (const one of [...base, ...set]) {
    const before = variables.get(one.name)
    if (before !== undefined && one.value === '') {
      if (one.secret) variables.set(one.name, { ...before, secret: true, isSecret: true })
      continue
    }
    const secret = one.secret || (before?.secret ?? false)
    const isSecret = isSecretVariable({ ...one, secret }) || hasNamedSecret(one.value)
    variables.set(one.name, { ...one, secret, isSecret })
  }
  const used = new Set(uses)
  for (const name of used) {
    const variable = variables.get(name)
    if (variable === undefined) continue
    for (const one of variablesIn(variable.value)) used.add(one)
    if (!isPlainValue(variable.value)) variables.set(name, { ...variable, isSecret: true })
  }
  const known = new Map<string, ResolvedText>()
  const loops = new Set<string>()
  const under = new Set<string>()

  const valueOf = (name: string): ResolvedText | null => {
    const done = known.get(name)
    if (done !== undefined) return done
    const variable = variables.get(name)
    if (variable === undefined || variable.value === '') return null
    if (under.has(name) || under.size >= most.depth) {
      loops.add(name)
      return null
    }
    under.add(name)
    const value = resolve(variable.value)
    under.delete(name)
    known.set(name, value)
    return value
  }

  const resolve = (text: string): ResolvedText => {
    if (!text.includes('{{')) return plain(text)
    const missing = new Set<string>()
    const used = new Set<string>()
    let length = text.length
    const written = text.replace(variablePattern, (whole, name: string) => {
      used.add(name)
      const value = length > most.characters ? null : valueOf(name)
      length += value?.text.length ?? 0
      if (value === null || length > most.characters) {
        if (value !== null) loops.add(name)
        missing.add(name)
        return whole
      }
      for (const one of value.missing) missing.add(one)
      for (const one of value.used) used.add(one)
      return value.text
    })
    return { text: written, missing, used }
  }
  return { variables, resolve, loops }
}
