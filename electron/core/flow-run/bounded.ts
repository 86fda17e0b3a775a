import type { Finding } from '../../contract/finding.ts'
import { type FlowAct, flowActSchema } from '../../contract/flow.ts'
import { maxFlowFindings, maxFlowText } from '../../vocabulary/flow.ts'

/** Above every list of ours; one of a server's or of a token's is cut. */
export const maxList = 50

/** An act that costs little to keep, even when a server put much into it: texts and lists are cut. */
export function bounded(act: FlowAct): FlowAct {
  return flowActSchema.parse(cut({ ...act, findings: gravest(act.findings) }))
}

/** What is wrong before what only explains, each in its place. */
function gravest(findings: readonly Finding[]): Finding[] {
  const byGravity = findings.toSorted((one, other) => gravity[one.severity] - gravity[other.severity])
  const kept = new Set(byGravity.slice(0, maxFlowFindings))
  return findings.filter((finding) => kept.has(finding))
}

const gravity = { error: 0, warning: 1, info: 2 } as const

function cut(value: unknown): unknown {
  if (typeof value === 'string') return cutText(value)
  if (Array.isArray(value)) return value.slice(0, maxList).map(cut)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).slice(0, maxList)
  return Object.fromEntries(members.map(([name, member]): [string, unknown] => [cutText(name), cut(member)]))
}

const cutText = (text: string): string =>
  text.length <= maxFlowText ? text : `${text.slice(0, maxFlowText).toWellFormed()}…`
