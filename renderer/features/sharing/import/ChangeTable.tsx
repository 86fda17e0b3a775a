import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { fieldLabel } from '../../../../electron/wording/field-labels.ts'
import { visible } from '../../../../electron/common/visible.ts'

/** What differs, field by field. */
export function ChangeTable({ name, changes }: Pick<ImportItem, 'name' | 'changes'>) {
  return (
    <table className="facts" aria-label={`Differences of ${name}`}>
      <colgroup>
        <col style={{ width: '26%' }} />
        <col style={{ width: '37%' }} />
        <col style={{ width: '37%' }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Here now</th>
          <th scope="col">In the file</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{visible(fieldLabel(field) ?? field)}</th>
            <td>{before === '' ? '–' : visible(before)}</td>
            <td>{after === '' ? '–' : visible(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
