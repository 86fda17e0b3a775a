import { useMemo } from 'react'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import { type Action, useAction } from '../../../queries/action.ts'
import { useFormScope } from '../form-scope.ts'
import type { FormValues } from '../form-values.ts'
import { readNetwork } from '../read-values.ts'
import { keptWithoutSecrets, useReader } from '../use-reader.ts'

type Input = CallInput<'testConnection'>

interface ConnectionTesting extends Omit<Action<'testConnection'>, 'run'> {
  /** Tests with the values that are in the form now, saved or not. */
  test: () => void
  /** Whether the form has changed since in what the outcome depends on. */
  isOutdated: boolean
}

export function useConnectionTest(): ConnectionTesting {
  const { form, draftKey } = useFormScope()
  const { run, ...action } = useAction('testConnection', draftKey, keptWithoutSecrets)
  const withReader = useReader()
  const { values } = form
  const isOutdated = useMemo(
    () => action.input !== null && dependsOn(action.input) !== dependsOn({ ...values, network: networkOf(values) }),
    [action.input, values],
  )
  const test = () =>
    withReader((unsaved, onOutcome) => {
      const { issuer, token_endpoint, jwks_uri } = form.getValues()
      run({ ...unsaved, issuer, token_endpoint, jwks_uri }, onOutcome)
    })
  return { ...action, test, isOutdated }
}

function networkOf(values: FormValues): Input['network'] | null {
  const read = readNetwork(values)
  return read.ok ? read.value.network : null
}

type Depended = Pick<Input, 'issuer' | 'token_endpoint' | 'jwks_uri' | 'stage'> & { network: Input['network'] | null }

const dependsOn = ({ issuer, token_endpoint, jwks_uri, stage, network }: Depended): string =>
  JSON.stringify([issuer.trim(), token_endpoint.trim(), jwks_uri.trim(), stage, network])
