import type { FlowPlan } from '../../contract/flow.ts'
import type { FlowFacts } from '../flow-facts.ts'
import { curlCommand, urlBefore, urlWord } from './words.ts'

/** How the first source of a secret is asked. */
export function secretCurl(
  { sources: [source] }: Pick<FlowPlan, 'sources'>,
  { sourceScheme: scheme }: Pick<FlowFacts, 'sourceScheme'>,
): string {
  if (source === undefined) return ''
  const { kind, host } = source
  switch (kind) {
    case 'vault': {
      const path = '/v1/$SECRET_PATH'
      const url = host === '' ? `"$VAULT_ADDR${path}"` : urlBefore(`${scheme}://${host}`, path)
      return curlCommand(url, ['-H "X-Vault-Token: $VAULT_TOKEN"'])
    }
    case 'aws':
      return curlCommand(urlWord(`${scheme}://${awsHost(host)}/`, 'AWS_URL'), [
        '--aws-sigv4 "aws:amz:$AWS_REGION:secretsmanager"',
        '-u "$AWS_ACCESS_KEY_ID":"$AWS_SECRET_ACCESS_KEY"',
        "-H 'Content-Type: application/x-amz-json-1.1'",
        "-H 'X-Amz-Target: secretsmanager.GetSecretValue'",
        `-d '{"SecretId":"'"$SECRET_ID"'"}'`,
      ])
    case 'azure':
      return curlCommand(urlBefore(`${scheme}://${host}/secrets`, '/$SECRET_NAME?api-version=7.4'), [
        '-H "Authorization: Bearer $AZURE_TOKEN"',
      ])
  }
}

/** A region alone has a public endpoint. */
const awsHost = (host: string): string =>
  host === ''
    ? 'secretsmanager.amazonaws.com'
    : host.includes('.') || host.includes(':')
      ? host
      : `secretsmanager.${host}.amazonaws.com`
