import './flow-help.css'
import { Modal } from '@mantine/core'
import { whichFlow } from '../../../electron/wording/flow/which-flow.ts'
import { useFlowHelp } from '../../state/flow-help.ts'
import { FlowComparison } from './FlowComparison.tsx'
import { FlowParameters } from './FlowParameters.tsx'
import { Points } from './Points.tsx'

/** "Which flow do I need?": what this flow is for, and what others are. */
export function FlowHelp() {
  const { opened, close } = useFlowHelp()
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={whichFlow.title}
      size={760}
      // The page never scrolls, and the lock would put a style on it that the content security policy refuses.
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className="flow-help">
        <p className="flow-help-answer">{whichFlow.answer}</p>
        <FlowComparison />
        <div className="flow-help-columns">
          <Points {...whichFlow.use} tone="ok" />
          <Points {...whichFlow.avoid} tone="warn" />
          <Points {...whichFlow.advantages} tone="ok" />
          <FlowParameters />
        </div>
      </div>
    </Modal>
  )
}
