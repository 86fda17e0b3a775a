import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconInfoCircleFilled,
  type TablerIcon,
} from '@tabler/icons-react'

type Tone = 'idle' | 'ok' | 'warn' | 'err' | 'info'

/** What is above the picture, by its shape and as a word. */
export const panelIcons: Readonly<Record<Tone, { Icon: TablerIcon; word: string }>> = {
  idle: { Icon: IconCircleDashed, word: 'Not run' },
  ok: { Icon: IconCircleCheckFilled, word: 'Passed' },
  warn: { Icon: IconAlertTriangleFilled, word: 'Warning' },
  err: { Icon: IconCircleXFilled, word: 'Failed' },
  info: { Icon: IconInfoCircleFilled, word: 'Information' },
}
