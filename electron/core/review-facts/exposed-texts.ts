import type { ApiCall } from '../../contract/api-call.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { TypedSecrets } from '../../contract/secret.ts'
import { knownSecrets } from '../exporting/known-secrets.ts'
import { scan } from '../exporting/scan.ts'
import type { ExposedText } from '../review/case.ts'
import { travellingCall } from '../shared-file/call-files.ts'
import { secretValuesIn } from '../variables/secret-values.ts'

/** Calls that are looked at in one turn. */
const atOnce = 10
const most = 100

/** Texts of an environment that would be shared in clear, and look like secrets or are those that it keeps. */
export async function exposedTexts(
  value: EnvironmentInput,
  calls: readonly ApiCall[],
  { secret_variables = '', ...secrets }: TypedSecrets,
): Promise<ExposedText[]> {
  const texts = [...Object.values(secrets), ...secretValuesIn(secret_variables).values()]
  const parts = Array.from({ length: Math.ceil(calls.length / atOnce) }, (_, part) => ({
    id: String(part * atOnce),
    name: '',
    content: { apiCalls: calls.slice(part * atOnce, (part + 1) * atOnce).map(travellingCall) },
  }))
  const found = await scan(
    [{ id: '0', name: '', content: value }, ...parts],
    knownSecrets(texts.filter((text) => text !== '')),
  )
  return found.slice(0, most).map(({ leak: { environmentId, place, kind, excerpt } }) => ({
    place: atPlace(place, Number(environmentId)),
    kind,
    excerpt,
  }))
}

/** With the number of the call among all. */
const atPlace = (place: string, before: number): string =>
  place.replace(/^apiCalls\.(\d+)/, (_, number: string) => `apiCalls.${Number(number) + before}`)
