import type { Check } from '../check.ts'
import { isEndpointStep } from '../endpoint/endpoint-place.ts'
import { noEndpoint } from '../endpoint/no-endpoint.ts'
import { otherEndpoint } from '../endpoint/other-endpoint.ts'
import { otherStage } from '../endpoint/other-stage.ts'
import { otherThanPublished } from '../endpoint/other-than-published.ts'

/** Whether the request went to the right address, by what is published and by what its path says. */
export const endpoint: Check = {
  name: 'endpoint',
  look(kase) {
    const { step, answer, request } = kase
    if (answer === null || request.place === null || !isEndpointStep(step) || step === 'jwks') return null
    const other = otherEndpoint(kase, step)
    const elsewhere = other.length > 0 ? other : otherThanPublished(kase, step)
    return [...(elsewhere.length > 0 ? elsewhere : noEndpoint(kase, step)), ...otherStage(kase)]
  },
}
