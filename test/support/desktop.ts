import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { removeFolder, unprivileged, unprivilegedFolder } from './unprivileged.ts'

/** What a program that asks for the keyring finds. `another` is unlocked too, and knows nothing of what the first one holds. */
export type KeyringState = 'unlocked' | 'locked' | 'another' | 'absent'

/** A display that nobody sees and, on its own bus, a keyring that nobody else uses. */
export interface Desktop {
  /** All that a program needs to live there, and nothing of ours but PATH. */
  env: Record<string, string>
  /** Ends the keyring that runs and, unless `absent`, starts one; resolves when it may be asked. */
  setKeyring: (state: KeyringState) => Promise<void>
  close: () => Promise<void>
}

/**
 * Everything ends with this shell, and the shell when its standard input is closed, even by our sudden death. Each line that
 * it reads is the state of the keyring to bring about, and is answered when that is so.
 */
const desktop = String.raw`
  Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp & display=$!
  echo "$DBUS_SESSION_BUS_ADDRESS"
  printf test >"$HOME/password"
  is_locked() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
      org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked 2>&1 | grep -q "$1"
  }
  keyring=
  end_keyring() { if [ -n "$keyring" ]; then kill $keyring; wait $keyring; keyring=; fi; }
  run_keyring() { gnome-keyring-daemon --foreground --components=secrets "$@" >/dev/null <"$HOME/password" & keyring=$!; }
  while read -r state; do
    end_keyring
    unset XDG_DATA_HOME
    locked=false
    case $state in
      unlocked) run_keyring --unlock ;;
      locked) run_keyring; locked=true ;;
      another) export XDG_DATA_HOME="$HOME/another"; run_keyring --unlock ;;
    esac
    tries=0
    until [ -z "$keyring" ] || is_locked $locked || [ $tries -ge 100 ]; do tries=$((tries + 1)); sleep 0.1; done
    echo "keyring $state $tries"
  done
  end_keyring
  kill $display
  wait $display
`

/** Leaves the bus nothing to start by itself: no other keyring, and no prompt for its password that nobody would answer. */
const session = `
  services="$XDG_RUNTIME_DIR/dbus-1/services"
  mkdir -p "$services"
  for name in org.freedesktop.secrets org.gnome.keyring org.gnome.keyring.SystemPrompter; do
    printf '[D-BUS Service]\\nName=%s\\nExec=/bin/false\\n' $name >"$services/$name.service"
  done
  exec dbus-run-session -- sh -c "$0"
`

export async function openDesktop(): Promise<Desktop> {
  const home = unprivilegedFolder('home')
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_RUNTIME_DIR: home,
    LANG: 'C.UTF-8',
    NO_AT_BRIDGE: '1',
    // The test runtime uses a keyring only when it is marked as one of tests.
    CCX_TEST_KEYRING: 'yes',
  }
  const [command = '', ...args] = unprivileged('sh', '-c', session, desktop)
  const running = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = once(running, 'close')
  let complaint = ''
  running.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const lines = createInterface(running.stdout)[Symbol.asyncIterator]()

  const close = async (): Promise<void> => {
    running.stdin.end()
    await ended
    removeFolder(home)
  }
  const nextLine = async (): Promise<string> => {
    const { done, value } = await lines.next()
    if (done !== true) return value
    await close()
    throw new Error(`The desktop ended: ${complaint}`)
  }
  const setKeyring = async (state: KeyringState): Promise<void> => {
    running.stdin.write(`${state}\n`)
    const answer = await nextLine()
    if (answer === `keyring ${state} 100`) throw new Error(`The keyring did not come up: ${complaint}`)
  }

  // It says the number of the display and the address of the bus, in either order.
  const said = [await nextLine(), await nextLine()]
  const display = said.find((line) => /^\d+$/.test(line)) ?? ''
  const bus = said.find((line) => line !== display) ?? ''
  await setKeyring('unlocked')
  return { env: { ...env, DISPLAY: `:${display}`, DBUS_SESSION_BUS_ADDRESS: bus }, setKeyring, close }
}
