import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { assertNever } from '../../electron/common/assert-never.ts'
import type { Notice } from '../../electron/contract/events.ts'
import { warn } from '../late.ts'
import { takeProgress } from '../state/flow-runs.ts'
import { takeSample } from '../state/repetitions.ts'
import { setArriving, setProgress } from '../state/runs.ts'
import { navigate } from '../route.ts'
import { notify } from '../ui/notify.ts'
import { onFlowRun } from './flow-runs.ts'
import { refreshSoon } from './refresh-soon.ts'

type Command = Extract<Notice, { kind: 'command' }>['command']

/** Asks again for what main says has changed, and hands on what was chosen in the menu. */
export function useNotices(
  listen: (callback: (notice: Notice) => void) => () => void,
  onCommand: (command: Command) => void,
): void {
  const client = useQueryClient()
  useEffect(() => {
    const refresh = (...keys: string[]) => {
      for (const key of keys) void client.invalidateQueries({ queryKey: [key] })
    }
    return listen((notice) => {
      switch (notice.kind) {
        case 'environments_changed':
          return refresh(
            'environments',
            'environment',
            'secretStates',
            'workspaceVariables',
            'secretVariables',
            'unrecorded',
            'activity',
            'review',
          )
        case 'tokens_changed':
          return refreshSoon(client, 'tokens')
        case 'secret_storage_changed':
          return refresh(
            'secretStorage',
            'environments',
            'environment',
            'secretStates',
            'auditEntries',
            'auditChain',
            'preview',
            'secretVariables',
            'review',
          )
        case 'sharing_keys_changed':
          return refresh('sharingKeys')
        case 'backups_changed':
          return refresh('backups', 'auditEntries')
        case 'sandbox_changed':
          return refresh('sandbox', 'environments', 'environment', 'secretStates', 'apiCalls', 'apiCall', 'review')
        case 'exchanges_changed':
          return refreshSoon(client, 'exchanges', 'history', 'activity', 'review')
        case 'audit_changed':
          return refreshSoon(client, 'auditEntries')
        case 'drift_changed':
          return refreshSoon(client, 'driftCounts', 'activity')
        case 'watches_changed':
          return refreshSoon(client, 'watches', 'review')
        case 'watches_started':
          notify({
            title: 'Watching again',
            message: `${notice.count === 1 ? 'One environment is' : `${notice.count} environments are`} watched, as before you quit.`,
          })
          return refreshSoon(client, 'watches')
        case 'show_activity':
          return navigate({ kind: 'environment', id: notice.environmentId, tab: 'activity' })
        case 'exchange_progress':
          return setProgress(notice.flowId, notice)
        case 'answer_arriving':
          return setArriving(notice.flowId, notice)
        case 'flow_run':
          return onFlowRun(client, notice.run)
        case 'flow_progress':
          return takeProgress(notice.progress)
        case 'import_progress':
        case 'export_progress':
        case 'probe_progress':
          return
        case 'repeat_sample':
          return takeSample(notice.flowId, notice.sample)
        case 'entries_damaged':
        case 'backup_not_made':
        case 'exchange_not_recorded':
        case 'flow_run_not_kept':
        case 'drift_not_kept':
        case 'audit_not_recorded':
          return void warn(notice)
        case 'command':
          return onCommand(notice.command)
        default:
          return assertNever(notice)
      }
    })
  }, [client, listen, onCommand])
}
