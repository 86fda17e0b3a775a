import type { CopyScope, CopyTarget } from '../../../../electron/vocabulary/copy-targets.ts'
import { createKept } from '../../../state/kept.ts'

/** What was chosen last, for every call. */
export const copyChoice = createKept<{ target: CopyTarget; scope: CopyScope }>({ target: 'curl_bash', scope: 'call' })
