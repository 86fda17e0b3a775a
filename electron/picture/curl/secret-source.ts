import type { FlowPlan } from '../../contract/flow.ts'
import { curlCommand, urlWord } from './words.ts'

/** How the first source of a secret is asked. */
export function secretCurl({ sources: [source] }: Pick<FlowPlan, 'sources'>): string {
  if (source === undefined) return ''
  const { kind, host } = source
  switch (kind) {
    case 'vault':
      return curlCommand(
        `${host === '' ? '"$VAULT_ADDR"' : urlWord(`https://${host}`, 'VAULT_ADDR')}"/v1/$SECRET_PATH"`,
        ['-H "X-Vault-Token: $VAULT_TOKEN"'],
      )
    case 'aws':
      return curlCommand(urlWord(`https://${awsHost(host)}/`, 'AWS_URL'), [
        '--aws-sigv4 "aws:amz:$AWS_REGION:secretsmanager"',
        '-u "$AWS_ACCESS_KEY_ID":"$AWS_SECRET_ACCESS_KEY"',
        "-H 'Content-Type: application/x-amz-json-1.1'",
        "-H 'X-Amz-Target: secretsmanager.GetSecretValue'",
        `-d '{"SecretId":"'"$SECRET_ID"'"}'`,
      ])
    case 'azure':
      return curlCommand(`${urlWord(`https://${host}/secrets/`, 'AZURE_VAULT')}"$SECRET_NAME?api-version=7.4"`, [
        '-H "Authorization: Bearer $AZURE_TOKEN"',
      ])
  }
}

/** A region alone stands for its public endpoint. */
const awsHost = (host: string): string =>
  host === ''
    ? 'secretsmanager.amazonaws.com'
    : host.includes('.') || host.includes(':')
      ? host
      : `secretsmanager.${host}.amazonaws.com`
