import { useMutation, useQuery } from '@tanstack/react-query'
import type { CarriedSecrets, ExportOptions } from '../../electron/contract/sharing.ts'
import type { ExportFormat } from '../../electron/vocabulary/export-formats.ts'
import { call } from '../host.ts'
import { createKept, useKept } from '../state/kept.ts'

/** The export as it is on screen; not all of it need be complete. */
export interface ExportDraft {
  environmentIds: readonly string[]
  format: ExportFormat
  carry: CarriedSecrets['kind']
  recipients: readonly string[]
  passphrase: string
  sign: boolean
}

const draft = createKept<ExportDraft>({
  environmentIds: [],
  format: 'explorer',
  carry: 'none',
  recipients: [],
  passphrase: '',
  sign: false,
})

export function useExportDraft() {
  return useKept(draft)
}

/** What would be written, and what in it looks like a secret. `asOf` is when the environments were last read. */
export function useExportPreview(options: ExportOptions | null, asOf: number) {
  return useQuery({
    queryKey: ['export preview', options, asOf],
    queryFn: ({ signal }) => (options === null ? null : call('previewExport', options, signal)),
    gcTime: 0,
  })
}

export function useSaveExport() {
  return useMutation({ mutationFn: (options: ExportOptions) => call('saveExport', options) })
}

export function useCopyExport() {
  return useMutation({ mutationFn: (options: ExportOptions) => call('copyExport', options) })
}

export function useNewPassphrase() {
  return useMutation({ mutationFn: () => call('newPassphrase', undefined) })
}

/** Puts a passphrase on the clipboard, which is cleared after 60 s if it still holds it. */
export function useCopyPassphrase() {
  return useMutation({ mutationFn: (passphrase: string) => call('copyPassphrase', { passphrase }) })
}
