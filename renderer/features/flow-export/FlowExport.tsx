import { Button, Menu, useComputedColorScheme } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { FlowEvidenceInput } from '../../../electron/contract/evidence.ts'
import { layoutOf } from '../../../electron/picture/layout/layout-of.ts'
import type { Picture } from '../../../electron/picture/picture.ts'
import { mermaidOf } from '../../../electron/picture/said/mermaid.ts'
import { svgOf } from '../../../electron/picture/svg/svg-of.ts'
import { unfolded } from '../../../electron/picture/unfolded.ts'
import { takeFlowEvidence } from '../../queries/evidence.ts'
import { saveFlowPicture } from '../../queries/flow-picture.ts'
import { copyText } from '../../ui/copy-text.ts'
import { toastDone, toastFailed } from '../../ui/toast.ts'
import { toastSaved } from '../../ui/toast-saved.ts'
import { pngOf } from './png-of.ts'

interface Props {
  name: string
  choice: FlowEvidenceInput['choice']
  /** Null before a run. */
  runId: string | null
  picture: Picture
  /** The rows that are unfolded. */
  unfoldedRows: ReadonlySet<string>
}

/** How wide the picture is in a document, in pixels. */
const width = 760

/** Takes the picture along, as it is shown, or evidence of what it shows. No secret is in it. */
export function FlowExport({ name, choice, runId, picture, unfoldedRows }: Props) {
  const { environmentId } = choice
  const theme = useComputedColorScheme('light')
  const shown = () => unfolded(picture, unfoldedRows)
  const draw = () => svgOf(shown(), layoutOf(shown(), width), theme, `The flow of ${name}`)
  const evidence = takeFlowEvidence({ choice, runId })

  const saveSvg = async () => saveFlowPicture({ format: 'svg', environmentId, text: draw() })
  const savePng = async () => saveFlowPicture({ format: 'png', environmentId, base64: await pngOf(draw()) })
  const save = (what: string, act: () => ReturnType<typeof saveSvg>) =>
    void act().then(
      (outcome) => toastSaved(what, outcome),
      (error: unknown) => toastFailed(`${what}: not saved`, messageOf(error)),
    )
  const copyMermaid = () =>
    copyText(mermaidOf(shown())) ? toastDone('Copied as Mermaid.') : toastFailed('Mermaid: not copied', noClipboard)
  const copyEvidence = () =>
    void evidence.copy('markdown').then(
      (problem) => (problem === null ? toastDone(copied) : toastFailed('Evidence: not copied', problem)),
      (error: unknown) => toastFailed('Evidence: not copied', messageOf(error)),
    )
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        {/* The sidebar has an Export of environments. */}
        <Button
          variant="subtle"
          color="gray"
          aria-label="Export the flow"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('Picture', saveSvg)}>Save as SVG…</Menu.Item>
        <Menu.Item onClick={() => save('Picture', savePng)}>Save as PNG…</Menu.Item>
        <Menu.Item onClick={copyMermaid}>Copy as Mermaid</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={copyEvidence}>Copy evidence</Menu.Item>
        <Menu.Item onClick={() => save('Evidence', () => evidence.save('markdown'))}>Save evidence…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const copied = 'Copied. Secrets and the token with its signature are left out of it.'
const noClipboard = 'The clipboard could not be written.'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
