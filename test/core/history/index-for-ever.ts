import { OpenHistory } from '../../../electron/core/history/open-history.ts'

/** Brings the index of a workspace up to it, and says so with each step, until it is killed. */
const history = new OpenHistory(process.argv[2] ?? '')
for (;;) {
  const isDone = history.catchUp(5)
  process.stdout.write(isDone ? 'done\n' : 'step\n')
  if (isDone) break
}
