import { writeSync } from 'node:fs'
import { builtInEnvironments } from '../../../electron/catalogue/built-in-environments.ts'
import { systemFailureOf } from '../../../electron/core/system-failure.ts'
import { systemFailureText } from '../../../electron/wording/system-failure.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'

/** A program that saves one environment again and again, and says each number only when it is saved. */
const [file = '', saves = '200'] = process.argv.slice(2)
const [sandbox] = builtInEnvironments
if (sandbox === undefined) throw new Error('no built-in environment')
const { environments } = openWorkspace(file)
if (environments.get('saved') === null) environments.add({ ...sandbox, id: 'saved', builtIn: false })
try {
  for (let number = 1; number <= Number(saves); number += 1) {
    // Long enough to need several pages, and of one piece: a torn one does not agree with itself.
    const value = { ...sandbox.value, name: `save ${number}`, audience: `${number} `.repeat(400).trim() }
    environments.update('saved', value)
    environments.add({ id: `saved-${number}`, builtIn: false, value })
    writeSync(1, `${number}\n`)
  }
  writeSync(1, 'done\n')
} catch (error) {
  writeSync(2, systemFailureText(systemFailureOf(error)))
  process.exitCode = 1
}
