import { NativeSelect, Stack } from '@mantine/core'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { useChoiceField, useFormScope } from '../form-scope.ts'
import type { SourcePath } from '../form-values.ts'
import { SourceText } from './SourceText.tsx'
import type { SourceValues } from './source-values.ts'
import { VaultLogin } from './VaultLogin.tsx'

interface Props {
  path: SourcePath
  of: string
  source: Extract<SourceValues, { kind: 'vault' }>
}

/** A secret in the key-value engine of HashiCorp Vault. */
export function VaultFields({ path, of, source }: Props) {
  const { problemAt } = useFormScope()
  const rare = ['namespace', 'version', 'caFile'] as const
  const open = rare.some((name) => source[name] !== '' || problemAt(`${path}.${name}`) !== null)
  return (
    <Stack gap={8}>
      <div className="fields" data-columns="2">
        <SourceText
          path={`${path}.address`}
          label="Vault address"
          of={of}
          placeholder="as VAULT_ADDR says, or https://vault.example:8200"
        />
        <Engine path={path} of={of} />
        <SourceText path={`${path}.mount`} label="Mount" of={of} placeholder="secret" />
        <SourceText path={`${path}.path`} label="Path" of={of} placeholder="teams/orders/oauth" />
        <SourceText path={`${path}.key`} label="Key" of={of} placeholder="client_secret" />
      </div>
      <VaultLogin path={path} of={of} login={source.login} />
      <Disclosure title="Namespace, version, authority" open={open}>
        <div className="fields" data-columns="3">
          <SourceText path={`${path}.namespace`} label="Namespace" of={of} placeholder="none" />
          {source.engine === 'kv2' ? (
            <SourceText path={`${path}.version`} label="Version" of={of} placeholder="the newest" inputMode="numeric" />
          ) : null}
          <SourceText path={`${path}.caFile`} label="Authority file (PEM)" of={of} placeholder="~/vault-ca.pem" />
        </div>
      </Disclosure>
    </Stack>
  )
}

function Engine({ path, of }: { path: SourcePath; of: string }) {
  return (
    <NativeSelect
      label="Engine"
      aria-label={`Engine (${of})`}
      data={[
        { value: 'kv2', label: 'Key-value, version 2' },
        { value: 'kv1', label: 'Key-value, version 1' },
      ]}
      {...useChoiceField(`${path}.engine`)}
    />
  )
}
