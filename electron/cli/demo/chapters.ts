import type { FlowChoice, FlowRun } from '../../contract/flow.ts'

/** A run of the demo, and how it should end. */
export interface Chapter {
  title: string
  purpose: string
  scenario: FlowChoice['scenario']
  /** The path of the sandbox's API. */
  path: string
  expected: FlowRun['state']
  meaning: string
  /** Whether the token is looked into afterwards. */
  hasDetails: boolean
}

export const chapters: readonly Chapter[] = [
  {
    title: 'Run the flow',
    purpose: 'The client gets a token and calls the orders API, which validates it offline.',
    scenario: 'run',
    path: '/api/orders',
    expected: 'passed',
    meaning: 'The token is genuine, active and accepted.',
    hasDetails: true,
  },
  {
    title: 'Revoke and prove, at the ledger API',
    purpose: 'It validates by introspection, with one question to the authorization server per call.',
    scenario: 'revoke',
    path: '/api/ledger',
    expected: 'passed',
    meaning: 'Refused, as it should be: the ledger API asked, and learned of the revocation.',
    hasDetails: false,
  },
  {
    title: 'Revoke and prove, at the orders API',
    purpose: 'It asks nobody, so it cannot notice.',
    scenario: 'revoke',
    path: '/api/orders',
    expected: 'noted',
    meaning: 'As expected of offline validation: it notices nothing until the token expires, so keep lifetimes short.',
    hasDetails: false,
  },
]
