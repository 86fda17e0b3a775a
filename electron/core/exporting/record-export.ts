import type { ExportOptions } from '../../contract/sharing.ts'
import { type AuditDeps, recordDone } from '../audit/record.ts'
import type { Ports } from '../ports.ts'
import type { Gathered } from './gather.ts'

/** Records where an export went, after it was written. */
export function recordExport(
  deps: AuditDeps & Pick<Ports, 'notify'>,
  { shareables, carried }: Pick<Gathered, 'shareables' | 'carried'>,
  options: ExportOptions,
  to: string,
): void {
  const [first] = shareables
  const isOurs = options.format === 'explorer'
  recordDone(deps, 'exported', shareables.length === 1 && first !== undefined ? first.id : null, {
    environments: String(shareables.length),
    ...(isOurs ? {} : { format: options.format }),
    secrets: isOurs && Object.keys(carried).length > 0 ? `encrypted to ${options.secrets.kind}` : 'none',
    signed: isOurs && options.sign ? 'yes' : 'no',
    to,
  })
}
