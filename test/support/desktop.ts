import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { removeFolder, unprivileged, unprivilegedFolder } from './unprivileged.ts'

/** A display that nobody sees and, on a bus of its own, an unlocked keyring that nobody else uses. */
export interface Desktop {
  /** All that a program needs to live there, and nothing of ours but PATH. */
  env: Record<string, string>
  close: () => Promise<void>
}

/** Everything ends with this shell, and the shell when its standard input is closed, even by our sudden death. */
const desktop = `
  Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp & display=$!
  printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
  echo "$DBUS_SESSION_BUS_ADDRESS"
  cat >/dev/null
  kill $display
  wait $display
`

export async function openDesktop(): Promise<Desktop> {
  const home = unprivilegedFolder('home')
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, XDG_RUNTIME_DIR: home, LANG: 'C.UTF-8', NO_AT_BRIDGE: '1' }
  const [command = '', ...args] = unprivileged('dbus-run-session', '--', 'sh', '-c', desktop)
  const session = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = once(session, 'close')
  let complaint = ''
  session.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))

  const close = async (): Promise<void> => {
    session.stdin.end()
    await ended
    removeFolder(home)
  }
  // It says the number of the display and the address of the bus, in either order.
  const said: Partial<Record<'DISPLAY' | 'DBUS_SESSION_BUS_ADDRESS', string>> = {}
  for await (const line of createInterface(session.stdout)) {
    if (/^\d+$/.test(line)) said.DISPLAY = `:${line}`
    else said.DBUS_SESSION_BUS_ADDRESS = line
    const { DISPLAY, DBUS_SESSION_BUS_ADDRESS } = said
    if (DISPLAY !== undefined && DBUS_SESSION_BUS_ADDRESS !== undefined) {
      return { env: { ...env, DISPLAY, DBUS_SESSION_BUS_ADDRESS }, close }
    }
  }
  await close()
  throw new Error(`No desktop: ${complaint}`)
}
