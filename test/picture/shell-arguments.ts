import { execFileSync } from 'node:child_process'

const values = {
  CLIENT_ID: 'id',
  CLIENT_SECRET: 's&cret "1"',
  CLIENT_ASSERTION: 'a.b.c',
  ACCESS_TOKEN: 'tok',
  DPOP_PROOF: 'proof',
  VAULT_ADDR: 'https://vault.example',
  SECRET_PATH: 'secret/data/orders',
  SECRET_NAME: 'orders',
  TOKEN_ENDPOINT: 'https://id.example/token',
}

/** What a shell gives to curl when it runs the command; curl itself is not run. */
export function shellArguments(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}\n`
  return execFileSync('/bin/sh', ['-c', script], { env: values, encoding: 'utf-8' }).split('\0').slice(0, -1)
}
