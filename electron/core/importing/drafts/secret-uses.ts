import { variablesIn } from '../../../vocabulary/variables.ts'
import type { DraftCall } from './import-draft.ts'
import { withNamedValues } from './named-secrets.ts'
import { namesSecret } from './secret-marks.ts'

/** The variables that calls have where a secret belongs, under any name. */
export function secretUses(calls: readonly DraftCall[]): Set<string> {
  const names = new Set<string>()
  const use = (text: string) => {
    if (text.includes('{{')) for (const name of variablesIn(text)) names.add(name)
  }
  const useNamed = (name: string, text: string) => {
    if (text.includes('{{') && namesSecret(name)) use(text)
  }
  for (const { headers, query, body, authorization, keys = [] } of calls) {
    const isKey = new Set(keys)
    if (authorization.kind === 'basic') use(authorization.password)
    for (const { name, value } of [...headers, ...query])
      if (isKey.has(name)) use(value ?? '')
      else useNamed(name, value ?? '')
    if (body.kind === 'form') for (const { name, value } of body.fields) useNamed(name, value)
    if (body.kind === 'multipart')
      for (const part of body.parts) if (part.kind === 'text') useNamed(part.name, part.value)
    if ('text' in body && body.text.includes('{{'))
      withNamedValues(body.text, (name, value) => {
        useNamed(name, value)
        return null
      })
  }
  return names
}
