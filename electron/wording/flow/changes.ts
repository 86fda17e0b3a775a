import { milliseconds } from '../milliseconds.ts'
import { stateNames } from './states.ts'

/** Of a row what is compared. */
interface Compared {
  label: string
  facts: string
  state: keyof typeof stateNames
  ms: number | null
}

/** In the later of two runs alone. */
export const addedChange = 'only in this run'

/** What is different in the later of two runs, the most telling first; empty where nothing is. */
export function changeWords(later: Compared, earlier: Compared): string {
  if (later.state !== earlier.state) return `${stateNames[earlier.state]} → ${stateNames[later.state]}`
  if (later.label !== earlier.label) return `${earlier.label} → ${later.label}`
  return [factChange(later.facts, earlier.facts), timeChange(later.ms, earlier.ms)]
    .filter((text) => text !== '')
    .join(' · ')
}

/** The facts that are in one of them only. Times left of a token pass by themselves. */
function factChange(later: string, earlier: string): string {
  const [now, before] = [partsOf(later), partsOf(earlier)]
  const gone = before.filter((part) => !now.includes(part))
  const come = now.filter((part) => !before.includes(part))
  if (gone.length === 0 && come.length === 0) return ''
  return `${gone.length === 0 ? 'nothing' : gone.join(', ')} → ${come.length === 0 ? 'nothing' : come.join(', ')}`
}

const partsOf = (facts: string): string[] =>
  facts
    .replace(/ \([\d:]+ left\)/, '')
    .split(' · ')
    .filter((part) => part !== '')

/** Only what is clear: half as long again or less than two thirds, and by 20 ms at least. */
function timeChange(later: number | null, earlier: number | null): string {
  if (later === null || earlier === null) return ''
  const [less, more] = later < earlier ? [later, earlier] : [earlier, later]
  return more - less >= 20 && more >= less * 1.5 ? `${milliseconds(earlier)} → ${milliseconds(later)}` : ''
}
