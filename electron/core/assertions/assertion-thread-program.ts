import { parentPort, workerData } from 'node:worker_threads'
import { Evaluation } from './evaluate.ts'
import type { Asked, Said } from './assertion-thread.ts'
import { validateSchema } from './validate-schema.ts'

const { assertions, answer }: Asked = workerData
const say = (said: Said): void => parentPort?.postMessage(said)

// Shared memory cannot be decoded.
const evaluation = new Evaluation({ ...answer, body: Uint8Array.from(answer.body) })
// What is made once is not what makes the first assertion slow: the body that is read, and the validator.
if (assertions.some(({ kind }) => kind === 'json' || kind === 'schema')) evaluation.body()
if (assertions.some(({ kind }) => kind === 'schema')) validateSchema('{}', 'null')

for (const assertion of assertions) {
  say({ kind: 'begun' })
  say({ kind: 'result', result: evaluation.check(assertion, validateSchema) })
}
