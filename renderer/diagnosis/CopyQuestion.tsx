import { questionText } from '../../electron/wording/diagnosis/question.ts'
import { useReadExchange } from '../queries/exchanges.ts'
import { copyText } from '../ui/copy-text.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { toastDone, toastFailed } from '../ui/toast.ts'
import type { Failed } from './failed.ts'

/** Copies a failure as a question to whoever runs the server. */
export function CopyQuestion({ failed: { exchangeId, findings, checked } }: { failed: Failed }) {
  const readExchange = useReadExchange()
  const copy = async (): Promise<boolean> => {
    const exchange = await readExchange(exchangeId)
    const isCopied = exchange !== null && copyText(questionText(exchange, findings, checked ?? []))
    if (isCopied) toastDone('Copied as a question for whoever runs the server. Secrets and tokens are masked.')
    else toastFailed('Question: not copied', exchange === null ? 'This exchange is no longer recorded.' : '')
    return isCopied
  }
  return (
    <CopyButton
      title="Copies what was sent, what came and what was checked, as Markdown. Secrets and tokens are masked."
      onCopy={copy}
    >
      Copy as question
    </CopyButton>
  )
}
