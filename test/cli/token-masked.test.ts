import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { serve } from '../support/fault-server.ts'
import { runCcx } from './run-ccx.ts'

test('ccx prints no token of an answer that it cannot use', async () => {
  const token = 'opaque-7f3a9c'
  const answers = [`access_token=${token}&token_type=bearer`, `access_token: ${token}\n`, `"${token}"`]
  let asked = 0
  const server = await serve((_, response) => response.end(answers[asked++]))
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-cli-'))
  const file = path.join(folder, 'workspace.sqlite')
  try {
    const workspace = openWorkspace(file)
    const value = { ...newEnvironment, name: 'A', client_id: 'c', token_endpoint: server.url }
    workspace.environments.add({ id: 'a', builtIn: false, value })
    workspace.close()
    for (const answer of answers) {
      const { code, stdout, stderr } = await runCcx(['token', 'A', '--workspace', file], { CCX_CLIENT_SECRET: 's' })
      expect({ answer, code, stdout }).toEqual({ answer, code: 1, stdout: '' })
      expect(stderr).toContain('not a token response')
      expect(stderr).not.toContain(token)
    }
  } finally {
    rmSync(folder, { recursive: true })
    await server.close()
  }
}, 60_000)
