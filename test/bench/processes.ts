import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of `/proc` in a millisecond: Linux has 100 in a second everywhere. */
const ticksPerMs = 0.1

interface Process {
  pid: string
  /** utime, stime and the same of its children that have ended, in ticks. */
  ticks: number
}

/** CPU time that a session of processes used so far, in milliseconds. */
export const cpuOf = (session: number): number =>
  processesOf(session).reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerMs

/** Memory of a session of processes in MB, shared pages counted in parts; without the utility process that is the sandbox. */
export function memoryOf(session: number): number {
  const counted = processesOf(session).filter(({ pid }) => !textOf(pid, 'cmdline').includes('node.mojom.NodeService'))
  return counted.reduce((sum, { pid }) => sum + pssOf(pid), 0) / 1024
}

function pssOf(pid: string): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(textOf(pid, 'smaps_rollup')) ?? []
  return Number(kilobytes ?? 0)
}

/** An app is started as the leader of a session, which its processes do not leave. */
function processesOf(session: number): Process[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    // The second field, in parentheses, is the only one that can hold a space. @see proc(5)
    const fields = textOf(pid, 'stat')
      .replace(/^.*\) /s, '')
      .split(' ')
    if (Number(fields[3]) !== session) return []
    return [{ pid, ticks: fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) }]
  })
}

/** Empty when the process has ended meanwhile. */
function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
