import type { Problem } from '../../../electron/contract/problem.ts'
import { headerProblems, parameterProblems } from '../../../electron/core/oauth/request-problems.ts'

/** What core says of a table of inputs, each with the evidence that it makes itself. */
export async function producedProblems(): Promise<Problem[]> {
  return ofRequest().filter((problem) => 'code' in problem)
}

const ofRequest = () => [
  ...parameterProblems(['client_secret', 'Client_Assertion', 'password'].map((name) => ({ name, value: 'x' }))),
  ...headerProblems(
    ['Authorization', 'Proxy-Authorization', 'Cookie', 'DPoP', 'Origin'].map((name) => ({ name, value: 'x' })),
  ),
]
