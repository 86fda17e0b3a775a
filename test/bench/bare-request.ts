import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect } from '../../electron/core/workspace/connect.ts'
import type { Requester } from './core-request.ts'

const body = 'grant_type=client_credentials&scope=api%3Aread'

/** The least that a recorded token request can be: `node:http` on a connection that is kept, and one insert of `record`. */
export function openBare(tokenEndpoint: string, record: string): Requester {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-bench-'))
  const database = connect(path.join(folder, 'bare.sqlite'), 'NORMAL')
  database.exec('CREATE TABLE exchanges (id INTEGER PRIMARY KEY, value TEXT)')
  const insert = database.prepare('INSERT INTO exchanges (value) VALUES (?)')
  const agent = new Agent({ keepAlive: true })
  const headers = {
    authorization: `Basic ${Buffer.from('bench:bench').toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  }
  const requestToken = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const sending = request(tokenEndpoint, { method: 'POST', agent, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () => {
          JSON.parse(text)
          insert.run(record)
          resolve()
        })
      })
      sending.on('error', reject)
      sending.end(body)
    })
  return {
    requestToken,
    close: () => {
      agent.destroy()
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
