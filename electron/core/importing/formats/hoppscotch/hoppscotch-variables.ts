import { memberNamed } from '../../../json/json-members.ts'
import type { DraftVariable } from '../../drafts/import-draft.ts'
import { lastOfEach } from '../support/nearest-variables.ts'
import { hoppRows, hoppText } from './hoppscotch-values.ts'

/** Of environments and collections: `value`, or later `initialValue` and what it is now. Secrets have no value in newer files. */
export const readHoppVariables = (value: unknown): DraftVariable[] =>
  lastOfEach(
    hoppRows(value)
      .filter(({ key, enabled }) => key !== '' && enabled)
      .map(({ key, value: text, members }) => ({
        name: key,
        value: text || hoppText(memberNamed(members, 'currentValue')) || hoppText(memberNamed(members, 'initialValue')),
        secret: memberNamed(members, 'secret') === true,
      })),
  )
