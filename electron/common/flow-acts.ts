import type { FlowActName, FlowScenario } from '../contract/flow.ts'

/** The acts of each scenario, in their order. */
export const actsOf: Readonly<Record<FlowScenario, readonly FlowActName[]>> = {
  run: ['token', 'verify', 'introspect', 'call'],
  revoke: ['token', 'introspect', 'call', 'revoke', 'introspect_again', 'call_again'],
  narrow: ['token', 'call'],
}
