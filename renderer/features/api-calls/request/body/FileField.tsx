import { Button } from '@mantine/core'
import type { ApiFile } from '../../../../../electron/contract/api-call.ts'
import { useChooseFile } from '../../../../queries/files.ts'
import { visible } from '../../../../../electron/common/visible.ts'
import { fileAt } from './dropped-files.ts'

interface Props {
  file: ApiFile
  /** What the button is called for assistive technology. */
  label: string
  path: string
  onChoose: (file: ApiFile) => void
}

/** The file that is sent, by its name; its path is the tooltip. Of a call that came from elsewhere only the name is known. */
export function FileField({ file, label, path, onChoose }: Props) {
  const choose = useChooseFile()
  const pick = () =>
    choose.mutate('File to send', {
      onSuccess: (chosen) => {
        if (chosen !== null) onChoose(fileAt(chosen))
      },
    })
  return (
    <span className="file-field">
      <Button variant="default" size="compact-xs" data-path={path} aria-label={label} onClick={pick}>
        {file.path === '' ? 'Choose file…' : 'Choose another…'}
      </Button>
      {file.path === '' ? (
        <span className="call-hint" data-wrong={file.name !== '' || undefined}>
          {file.name === '' ? 'or drop it here' : `${visible(file.name)}: choose the file again`}
        </span>
      ) : (
        <span className="ellipsis mono" title={visible(file.path)}>
          {visible(file.name)}
        </span>
      )}
    </span>
  )
}
