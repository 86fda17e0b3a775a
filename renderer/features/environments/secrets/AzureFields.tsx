import type { SourcePath } from '../form-values.ts'
import { SourceText } from './SourceText.tsx'

/** A secret in Azure Key Vault; the SDK finds its own credentials. */
export function AzureFields({ path, of }: { path: SourcePath; of: string }) {
  return (
    <div className="fields" data-columns="3">
      <SourceText path={`${path}.vaultUrl`} label="Vault URL" of={of} placeholder="https://orders.vault.azure.net" />
      <SourceText path={`${path}.secretName`} label="Secret name" of={of} placeholder="orders-client-secret" />
      <SourceText path={`${path}.version`} label="Version" of={of} placeholder="the newest" />
    </div>
  )
}
