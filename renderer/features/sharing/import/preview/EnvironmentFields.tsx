import { NativeSelect, TextInput } from '@mantine/core'
import { capital } from '../../../../../electron/common/capital.ts'
import { visible } from '../../../../../electron/common/visible.ts'
import type { ImportItem } from '../../../../../electron/contract/sharing.ts'
import { authMethods } from '../../../../../electron/vocabulary/client-authentication.ts'
import { stages } from '../../../../../electron/vocabulary/stages.ts'
import { fieldLabel } from '../../../../../electron/wording/field-labels.ts'
import { acceptedLine } from '../../../../../electron/wording/review/accepted.ts'
import type { Importing } from '../../../../state/importing.ts'
import { changeSettings } from './edits.ts'
import { type ChosenField, choiceOf, type TypedField } from './setting-rules.ts'
import { useTypedSetting } from './typed-settings.ts'
import { WithVariables } from './WithVariables.tsx'

interface Props {
  importId: string
  item: ImportItem
  importing: Importing
}

const typedAfterStage = ['issuer', 'token_endpoint', 'client_id'] as const
const typedAtLast = ['scope', 'audience'] as const
const labelOf = (field: string): string => fieldLabel(field) ?? field
const shown: ReadonlySet<string> = new Set(['name', ...typedAfterStage, ...typedAtLast])

/** The settings of an environment as they would be imported, to be looked at and changed. */
export function EnvironmentFields({ importId, item, importing }: Props) {
  const others = item.open.filter(({ field }) => !shown.has(field))
  const choose = (field: ChosenField) => (event: { currentTarget: { value: string } }) => {
    const setting = choiceOf(field, event.currentTarget.value)
    if (setting !== null) importing.edit(changeSettings(item.id, setting))
  }
  const textField = (field: TypedField) => (
    <SettingText key={field} importId={importId} item={item} field={field} importing={importing} />
  )
  return (
    <div className="import-fields" role="group" aria-label={`Settings of ${item.name}`}>
      {textField('name')}
      <NativeSelect
        label={labelOf('stage')}
        data={stages.map((value) => ({ value, label: capital(value) }))}
        value={item.settings.stage}
        onChange={choose('stage')}
      />
      {typedAfterStage.map(textField)}
      <NativeSelect
        label={labelOf('token_endpoint_auth_method')}
        data={[...authMethods]}
        value={item.settings.token_endpoint_auth_method}
        onChange={choose('token_endpoint_auth_method')}
      />
      {typedAtLast.map(textField)}
      {others.map(({ field, text }) => (
        <p key={`${field} ${text}`} className="text-small import-open">
          {labelOf(field)} is left open: <OpenText text={text} />
        </p>
      ))}
      {item.accepted.length === 0 ? null : (
        <section className="import-accepted text-small" aria-label={`Accepted in the review of ${item.name}`}>
          <p>The file accepts in the review:</p>
          <ul>
            {item.accepted.map((accepted) => (
              <li key={accepted.code} className="anywhere">
                {visible(acceptedLine(accepted))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function SettingText({ importId, item, field, importing }: Props & { field: TypedField }) {
  const { value, error, onType } = useTypedSetting(importId, item, field, importing.type)
  const open = item.open.find((one) => one.field === field)
  return (
    <TextInput
      label={labelOf(field)}
      description={
        open === undefined ? null : (
          <>
            In the file: <OpenText text={open.text} />
          </>
        )
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      className={field === 'name' ? undefined : 'import-bytes'}
      autoComplete="off"
      spellCheck={false}
      value={value}
      error={error}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}

function OpenText({ text }: { text: string }) {
  return (
    <span className="mono anywhere">
      <WithVariables text={text} />
    </span>
  )
}
