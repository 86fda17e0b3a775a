import { writeSync } from 'node:fs'
import { connect } from '../../../electron/core/workspace/connect.ts'
import { auditKeysOf } from '../../../electron/core/audit/audit-keys.ts'
import { eventOf, openTrail } from './trail-of.ts'

/** A program that writes entries to a trail whose key it is given, and says each number only when it is written. */
const [file = '', key = '', from = '1', count = '100'] = process.argv.slice(2)
const keys = auditKeysOf(key)
if (keys === null) throw new Error('no key')
const opened = openTrail(connect(file, 'FULL'))
opened.open(keys)
for (let number = Number(from); number < Number(from) + Number(count); number += 1) {
  opened.trail.add(eventOf(number))
  writeSync(1, `${number}\n`)
}
writeSync(1, 'done\n')
