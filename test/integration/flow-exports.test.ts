import { Buffer } from 'node:buffer'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FlowEvidenceInput } from '../../electron/contract/evidence.ts'
import { flowPictureSchema } from '../../electron/contract/flow-picture.ts'
import { type FlowApi, openFlowApi } from './flow-running.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context } from './test-api.ts'

const { serve, closeAll } = misbehavingServers()
const accessToken = 'AbCdEf0123456789-_AbCdEf0123456789'
let url: string
let opened: FlowApi

beforeAll(async () => {
  const server = await serve((request, response) => {
    if (request.url === '/token') return json(response, 200, { ...bearer, access_token: accessToken })
    if (request.url === '/introspect') return json(response, 200, { active: true, note: secrets.client_secret })
    response.writeHead(401, {
      'www-authenticate': `Bearer error="invalid_token", error_description="not ${accessToken}"`,
    })
    return response.end()
  })
  url = server.url
})
afterAll(closeAll)
beforeEach(() => {
  opened = openFlowApi(null)
})
afterEach(() => opened.close())

const orders = () =>
  opened.add(
    {
      name: 'Orders',
      client_id: 'orders',
      token_endpoint: `${url}/token`,
      introspection_endpoint: `${url}/introspect`,
    },
    secrets,
  )

async function inputOf(environmentId: string): Promise<FlowEvidenceInput> {
  const callId = await opened.saveCall(environmentId, `${url}/orders`)
  const choice = { environmentId, scenario: 'run', tokenChoice: 'new', callId, scope: '' } as const
  return { choice, runId: null, format: 'markdown' }
}

async function copied(input: FlowEvidenceInput): Promise<string> {
  expect(await opened.api.copyEvidence(input, context)).toBeNull()
  return opened.copied.at(-1) ?? ''
}

describe('evidence of a flow', () => {
  test('before a run says what would happen', async () => {
    const text = await copied(await inputOf(await orders()))
    expect(text).toContain('# Flow evidence')
    expect(text).toContain('Not run. These are the steps that the settings would give.')
    expect(text).toContain('| 1 | This app to Authorization server | `POST /token` |')
    expect(text).not.toContain('## Exchanges')
  })

  test('of a run has the verdict, every step, every exchange and the token that is held, and no secret', async () => {
    const environmentId = await orders()
    const input = await inputOf(environmentId)
    const run = await opened.run({ ...input.choice })
    expect(run.state).toBe('failed')
    for (const format of ['markdown', 'html'] as const) {
      const text = await copied({ ...input, runId: run.id, format })
      for (const part of ['Verdict', 'Orders', 'Steps', '401', 'Exchanges', 'Token request', 'Removed'])
        expect(text).toContain(part)
      for (const secret of [accessToken, secrets.client_secret]) expect(text).not.toContain(secret)
    }
    expect(await opened.api.saveEvidence({ ...input, runId: run.id }, context)).toMatchObject({ kind: 'saved' })
    expect([...opened.saved.keys()].join()).toMatch(/flow-evidence-Orders-.*\.md/)
  })

  test('of a run or an environment that is gone is not made', async () => {
    const input = await inputOf(await orders())
    expect(await opened.api.copyEvidence({ ...input, runId: 'gone' }, context)).toMatchObject({ code: 'flow_gone' })
    const gone = { ...input, choice: { ...input.choice, environmentId: 'gone' } }
    expect(await opened.api.saveEvidence(gone, context)).toMatchObject({
      kind: 'failed',
      reason: { code: 'flow_gone' },
    })
  })
})

describe('a picture', () => {
  test('is written as SVG without the secrets that are known, under a name with that of the environment', async () => {
    const environmentId = await orders()
    const text = `<svg><text>${secrets.client_secret}</text><text>1 &lt; 2</text></svg>`
    expect(await opened.api.saveFlowPicture({ format: 'svg', environmentId, text }, context)).toMatchObject({
      kind: 'saved',
    })
    const [[name, content] = []] = [...opened.saved]
    expect(name).toMatch(/flow-Orders-.*\.svg$/)
    expect(String(content)).toContain('<text>1 &lt; 2</text>')
    expect(String(content)).not.toContain(secrets.client_secret)
  })

  test('is written as PNG byte by byte', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const picture = { format: 'png', environmentId: 'gone', base64: bytes.toString('base64') } as const
    const written: unknown[] = []
    const writing = openFlowApi(null, {
      saveFile: async (name, content) => {
        written.push(content)
        return name
      },
    })
    await writing.api.saveFlowPicture(picture, context)
    expect(written).toEqual([bytes])
    writing.close()
  })

  test('is refused when it is too large, or something else', () => {
    const isTaken = (picture: object) => flowPictureSchema.safeParse({ environmentId: 'a', ...picture }).success
    expect(isTaken({ format: 'svg', text: '<svg/>' })).toBe(true)
    expect(isTaken({ format: 'svg', text: `<svg>${' '.repeat(2_000_000)}</svg>` })).toBe(false)
    expect(isTaken({ format: 'svg', text: '<svg><script/></svg>' })).toBe(false)
    expect(isTaken({ format: 'png', base64: Buffer.from('MZ').toString('base64') })).toBe(false)
  })
})
