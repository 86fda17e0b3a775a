import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { ImportFact } from '../../../contract/import-note.ts'
import type { FoundSecret } from '../../../contract/sharing.ts'
import {
  mostSecretVariables,
  mostVariables,
  secretVariableValueRule,
  tooManyVariables,
  variableValueRule,
} from '../../../vocabulary/variable-rules.ts'
import { tooLong } from '../../../vocabulary/text-rule.ts'
import { isPlaceholder } from '../../../common/client-settings/placeholder.ts'
import type { CallSecret } from './call-secrets.ts'
import type { KnownSecrets } from './known-secrets.ts'
import { namesSecret } from './secret-marks.ts'
import type { Scope } from './variable-scope.ts'

interface Wanted {
  scope: Scope
  /** Secrets of its calls. */
  secrets: readonly CallSecret[]
  /** Variables that its calls use. */
  used: ReadonlySet<string>
  /** Variables that only settings use, and tokens that the environment requests. */
  left: ReadonlySet<string>
  known: KnownSecrets
}

export interface MadeVariables {
  rows: EnvironmentInput['variables']
  /** Values of the secret ones. */
  secrets: Map<string, string>
  found: FoundSecret[]
  facts: ImportFact[]
  /** Variables of calls that have no value. */
  needed: string[]
}

type Row = EnvironmentInput['variables'][number]

/** The variables of an environment: those of its calls first, since there may be more than it can have. */
export function variablesOf({ scope, secrets, used, left, known }: Wanted): MadeVariables {
  const rows: Row[] = []
  const values = new Map<string, string>()
  const found: FoundSecret[] = []
  const facts: ImportFact[] = []
  const needed = new Set<string>()
  let size = 2
  const leftOut = (name: string, problem: string) =>
    facts.push({ code: 'value_left_out', evidence: { field: name, problem } })
  const addSecret = (name: string, value: string) => {
    rows.push({ name, value: '', secret: true })
    if (value === '' || isPlaceholder(value)) return
    const length = JSON.stringify(name).length + JSON.stringify(value).length + 2
    if (value.length > secretVariableValueRule.most) leftOut(name, tooLong(secretVariableValueRule))
    else if (size + length > mostSecretVariables)
      leftOut(name, tooLong({ ...secretVariableValueRule, most: mostSecretVariables }))
    else {
      size += length
      values.set(name, value)
    }
  }
  const add = (name: string) => {
    const variable = scope.variables.get(name)
    if (variable === undefined) {
      const secret = namesSecret(name)
      rows.push({ name, value: '', secret })
      if (!secret) needed.add(name)
      return
    }
    const { text, missing, used: within } = scope.resolve(variable.value)
    const isSecret =
      variable.isSecret ||
      [...within].some((one) => scope.variables.get(one)?.isSecret === true) ||
      known.find(text).length > 0
    if (used.has(name)) for (const one of text === '' ? [name] : missing) needed.add(one)
    if (isSecret) {
      addSecret(name, missing.size === 0 ? text : '')
      if (values.has(name))
        found.push({
          name: 'secret_variables',
          variable: name,
          of: 'variable',
          place: name,
          call: '',
          likely: !variable.secret,
        })
    } else if (text.length > variableValueRule.most) leftOut(name, tooLong(variableValueRule))
    else rows.push({ name, value: text, secret: false })
  }
  const ofCalls = new Map(secrets.map((secret) => [secret.name, secret]))
  for (const secret of secrets) {
    const { text, missing } = scope.resolve(secret.value)
    addSecret(secret.name, missing.size > 0 ? '' : secret.isBasic ? Buffer.from(text).toString('base64') : text)
  }
  for (const name of used) if (!ofCalls.has(name)) add(name)
  const isThere = new Set(rows.map(({ name }) => name))
  for (const name of needed) if (!isThere.has(name) && !scope.variables.has(name)) add(name)
  for (const name of scope.variables.keys()) if (!used.has(name) && !left.has(name)) add(name)
  if (rows.length > mostVariables) {
    leftOut('variables', tooManyVariables)
    for (const { name } of rows.slice(mostVariables)) values.delete(name)
  }
  const kept = rows.slice(0, mostVariables)
  const isKept = new Set(kept.map(({ name }) => name))
  return {
    rows: kept,
    secrets: values,
    found: found.filter(({ variable }) => isKept.has(variable)),
    facts,
    needed: [...needed],
  }
}
