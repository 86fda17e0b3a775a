import { Skeleton } from '@mantine/core'
import { useState } from 'react'
import type { ApiCall } from '../../../electron/contract/api-call.ts'
import { useApiCalls } from '../../queries/api-calls.ts'
import { ApiCallForm } from './ApiCallForm.tsx'
import { SavedCalls } from './SavedCalls.tsx'

export function ApiCallsTab({ environmentId }: { environmentId: string }) {
  const calls = useApiCalls(environmentId).data
  const [chosen, setChosen] = useState<string | null>(null)
  if (calls === undefined) return <Skeleton h={120} />
  const call: ApiCall | null = calls.find(({ id }) => id === chosen) ?? (chosen === '' ? null : (calls[0] ?? null))
  return (
    <>
      <SavedCalls environmentId={environmentId} calls={calls} chosen={call} onChoose={setChosen} />
      <ApiCallForm key={`${call?.id} ${call?.url}`} environmentId={environmentId} call={call} onSaved={setChosen} />
    </>
  )
}
