import type { Warning } from '../../electron/contract/events.ts'
import { warningText } from '../../electron/wording/warnings.ts'
import { notify } from './notify.ts'

/** Says what in the background did not work, until a person closes it. */
export const warn = (warning: Warning): void => notify({ ...warningText(warning), color: 'yellow', autoClose: false })
