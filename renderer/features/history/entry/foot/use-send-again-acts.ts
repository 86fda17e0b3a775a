import type { SendAgain } from '../../../../../electron/contract/send-again.ts'
import { useOpenAsNewCall } from '../../../../queries/send-again.ts'
import { goToConfigure } from '../../../../go-to-configure.ts'
import { navigate, type Tab } from '../../../../route.ts'
import { chooseCall } from '../../../../state/chosen-calls.ts'
import { intend } from '../../../../state/intents.ts'
import { apiCallSubject } from '../../../../state/runs.ts'
import { showUndo } from '../../../../ui/undo-notice.tsx'

interface Act {
  label: string
  act: () => void
}

/** What can be done with a plan; the last one is what is meant. */
export function useSendAgainActs(plan: SendAgain, onClose: () => void): readonly Act[] {
  const openAsNew = useOpenAsNewCall()
  const leading = (label: string, act: () => void): Act => ({
    label,
    act: () => {
      onClose()
      act()
    },
  })
  const open = (environmentId: string, tab: Tab) => navigate({ kind: 'environment', id: environmentId, tab })
  const openSaved = (environmentId: string, callId: string) => {
    chooseCall(environmentId, callId)
    open(environmentId, 'api-calls')
  }
  switch (plan.kind) {
    case 'screen':
      return ofScreen(plan, leading, open)
    case 'saved_call': {
      const { environmentId, callId } = plan
      return [
        leading('Open the call', () => openSaved(environmentId, callId)),
        leading('Send', () => {
          openSaved(environmentId, callId)
          intend(apiCallSubject(environmentId, callId), 'send')
        }),
      ]
    }
    case 'new_call': {
      const { environmentId, request, savedAs } = plan
      const asNew = leading('Open as a new call', () => {
        const { replaced, undo } = openAsNew(environmentId, request)
        open(environmentId, 'api-calls')
        if (replaced) showUndo(`replaced-${environmentId}`, 'The unsaved call was replaced.', undo)
      })
      return savedAs === null
        ? [asNew]
        : [leading('Open the saved call', () => openSaved(environmentId, savedAs.callId)), asNew]
    }
    case 'no_environment':
    case 'not_a_call':
      return []
  }
}

type Screen = Extract<SendAgain, { kind: 'screen' }>

function ofScreen(
  { screen, environmentId }: Screen,
  leading: (label: string, act: () => void) => Act,
  open: (environmentId: string, tab: Tab) => void,
): readonly Act[] {
  switch (screen) {
    case 'token':
      return [
        leading('Open Token', () => open(environmentId, 'token')),
        leading('Request a token', () => {
          open(environmentId, 'token')
          intend(environmentId, 'request')
        }),
      ]
    case 'introspection':
      return [
        leading('Open Introspection', () => open(environmentId, 'introspection')),
        leading('Introspect', () => {
          open(environmentId, 'introspection')
          intend(environmentId, 'introspect')
        }),
      ]
    case 'revocation':
      return [leading('Open Token', () => open(environmentId, 'token'))]
    case 'keys':
      return [
        leading('Verify the token', () => {
          open(environmentId, 'token')
          intend(environmentId, 'verify')
        }),
      ]
    case 'discovery':
      return [leading('Go to Issuer', () => goToConfigure(environmentId, ['issuer']))]
  }
}
