import { release, type } from 'node:os'

/** Names and versions of what the app runs on. */
export function runtimeFacts(): Record<string, string> {
  const { electron, chrome, node, openssl } = process.versions
  return {
    Electron: electron,
    Chromium: chrome,
    'Node.js': node,
    OpenSSL: openssl,
    System: `${type()} ${release()} (${process.arch})`,
  }
}
