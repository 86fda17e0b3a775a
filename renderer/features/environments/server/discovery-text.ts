import type { DiscoveryOutcome } from '../../../../electron/contract/outcome.ts'
import { findingText } from '../../../../electron/wording/findings.ts'
import { count } from '../../../ui/count.ts'
import { pathOf } from '../../../../electron/common/path-of.ts'

type Found = Extract<DiscoveryOutcome, { kind: 'found' }>

interface Counts {
  filled: number
  /** Empty fields for which something is published. */
  empty: number
  different: number
}

interface Said {
  tone: 'ok' | 'warn'
  title: string
  reason: string
}

/** What a discovery changed, and what it left as it was. */
export function foundText({ url, findings }: Found, { filled, empty, different }: Counts): Said {
  const warning = findings.find(({ severity }) => severity !== 'info')
  const noted = warning === undefined ? '' : ` ${findingText(warning).title}.`
  return {
    tone: warning !== undefined || (filled === 0 && different > 0) ? 'warn' : 'ok',
    title: titleOf({ filled, empty, different }),
    reason: `Found at ${pathOf(url)}. ${keptText(filled, different)}${noted}`.trim(),
  }
}

function titleOf({ filled, empty, different }: Counts): string {
  if (filled > 0) return `Discovery filled ${count(filled, 'field')}`
  if (empty > 0) return 'Metadata found'
  return different > 0
    ? `${count(different, 'field')} differ${different === 1 ? 's' : ''} from the metadata`
    : 'Matches the metadata'
}

function keptText(filled: number, different: number): string {
  if (filled > 0 && different > 0)
    return `What you typed was kept: ${count(different, 'field')} differ${different === 1 ? 's' : ''}.`
  return filled > 0 ? 'What you typed was kept.' : ''
}

/** Where it was looked for, with what each address answered. */
export const triedText = (tried: readonly { url: string; status: number }[]): string =>
  `Tried ${tried.map(({ url, status }) => `${pathOf(url)} (${status})`).join(', ')}.`
