import { changesIn, parentPort } from './parent.ts'
import { type Sandbox, startSandbox } from './start.ts'

/** Entry of the utility process: says how the start went, and ends on the message 'close' or with its parent. */
const parent = parentPort()

if (parent === null) {
  process.stderr.write('The sandbox runs inside the app; in a terminal, use ccx sandbox.\n')
  process.exitCode = 2
} else {
  let sandbox: Sandbox | null = null
  parent.on('message', ({ data }) => {
    if (data === 'close') process.exit(0)
    const changes = changesIn(data)
    if (changes !== null) sandbox?.change(changes)
  })
  startSandbox()
    .then((started) => (sandbox = started))
    .then(
      ({ facts }) => parent.postMessage({ kind: 'running', facts }),
      (error: unknown) =>
        parent.postMessage({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    )
}
