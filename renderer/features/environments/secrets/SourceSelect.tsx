import { NativeSelect } from '@mantine/core'
import { useRef } from 'react'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import type { SecretSourceKind } from '../../../../electron/contract/secret-source.ts'
import { useFormScope } from '../form-scope.ts'
import { emptySource, sourceKindsOf, sourceTitles, type SourceValues } from './source-values.ts'

/** Where a secret comes from. What was typed of one source is remembered while another is tried. */
export function SourceSelect({ name, label }: { name: SecretName; label: string }) {
  const { form } = useFormScope()
  const source = form.values.secretSources[name]
  const remembered = useRef(new Map<SecretSourceKind, SourceValues>())
  const kinds = sourceKindsOf(name)
  const choose = (kind: SecretSourceKind) => {
    remembered.current.set(source.kind, source)
    form.setFieldValue(`secretSources.${name}`, remembered.current.get(kind) ?? emptySource(kind))
  }
  return (
    <NativeSelect
      size="xs"
      className="source-select"
      aria-label={`${label} source`}
      title={`${label} source`}
      data-path={source.kind === 'stored' || source.kind === 'session' ? undefined : name}
      data={kinds.map((kind) => ({ value: kind, label: sourceTitles[kind] }))}
      value={source.kind}
      onChange={({ currentTarget }) => {
        const kind = kinds.find((one) => one === currentTarget.value)
        if (kind !== undefined) choose(kind)
      }}
    />
  )
}
