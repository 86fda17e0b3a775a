import { Stack } from '@mantine/core'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { useFormScope } from '../form-scope.ts'
import type { SourcePath } from '../form-values.ts'
import { SourceText } from './SourceText.tsx'
import type { SourceValues } from './source-values.ts'

interface Props {
  path: SourcePath
  of: string
  source: Extract<SourceValues, { kind: 'aws_secrets_manager' }>
}

/** A secret in AWS Secrets Manager; the SDK finds its own credentials. */
export function AwsFields({ path, of, source }: Props) {
  const { problemAt } = useFormScope()
  const rare = ['versionStage', 'endpoint'] as const
  const open = rare.some((name) => source[name] !== '' || problemAt(`${path}.${name}`) !== null)
  return (
    <Stack gap={8}>
      <div className="fields" data-columns="3">
        <SourceText path={`${path}.secretId`} label="Name or ARN" of={of} placeholder="orders/oauth" />
        <SourceText path={`${path}.key`} label="JSON key" of={of} placeholder="none: the whole of it" />
        <SourceText path={`${path}.region`} label="Region" of={of} placeholder="as the AWS settings say" />
      </div>
      <Disclosure title="Version stage, endpoint" open={open}>
        <div className="fields" data-columns="2">
          <SourceText path={`${path}.versionStage`} label="Version stage" of={of} placeholder="AWSCURRENT" />
          <SourceText path={`${path}.endpoint`} label="Endpoint" of={of} placeholder="that of the region" />
        </div>
      </Disclosure>
    </Stack>
  )
}
