import fc from 'fast-check'
import mermaid from 'mermaid'
import { describe, expect, it } from 'vitest'
import { pictureOf } from '../../electron/picture/picture-of.ts'
import { mermaidOf } from '../../electron/picture/said/mermaid.ts'
import { anyText, hostileTexts, withText } from './hostile.ts'
import { api, callAct, passedActs, plan, runOf } from './samples.ts'

const isSequence = async (text: string) => (await mermaid.parse(text)).diagramType === 'sequence'
const diagramOf = (text: string) => {
  const { plan, run } = withText(text)
  return mermaidOf(pictureOf(plan, run, null))
}

describe('the drawing as Mermaid', () => {
  it('is a sequence diagram with the words of the picture', () => {
    const lines = mermaidOf(pictureOf(plan, runOf(passedActs), null)).split('\n  ')
    expect(lines.slice(0, 5)).toEqual([
      'sequenceDiagram',
      'participant lane_app as This app<br/>ord-svc',
      'participant lane_server as Authorization server<br/>id.orders.example',
      'participant lane_api as Protected API<br/>api.orders.example',
      'lane_app->>lane_server: 1 POST /token-srv/token<br/>client_secret_post · requests 2 scopes<br/>done, sent',
    ])
  })

  it.each(['run', 'revoke', 'narrow'] as const)('is parsed by Mermaid before and after a run: %s', async (scenario) => {
    const of = { ...plan, scenario }
    await expect(isSequence(mermaidOf(pictureOf(of, null, null)))).resolves.toBe(true)
    await expect(isSequence(mermaidOf(pictureOf(of, runOf(passedActs, { plan: of }), null)))).resolves.toBe(true)
  })

  it('is parsed by Mermaid with 40 hops', async () => {
    const hops = Array.from({ length: 41 }, (_, hop) =>
      api({ relation: hop === 0 ? 'first' : 'redirect', status: 302 }),
    )
    const diagram = mermaidOf(pictureOf(plan, runOf([callAct({ exchanges: hops })]), null))
    expect(diagram.split('\n').length).toBeGreaterThan(48)
    await expect(isSequence(diagram)).resolves.toBe(true)
  })

  it.each(hostileTexts)('is parsed by Mermaid, line by line as it was written, with %j', async (text) => {
    const diagram = diagramOf(text)
    await expect(isSequence(diagram)).resolves.toBe(true)
    for (const line of diagram.trim().split('\n').slice(1)) expect(line).toMatch(/^ {2}(?:participant )?lane_[a-z]+/)
  })

  it('is parsed by Mermaid with any text', async () => {
    const diagrams = fc.sample(anyText, 60).map(diagramOf)
    const kinds = await Promise.all(diagrams.map(isSequence))
    expect(new Set(kinds)).toEqual(new Set([true]))
  })
})
