import '../sharing.css'
import { navigate } from '../../../route.ts'
import { useImporting } from '../../../state/importing.ts'
import { useDropping } from '../../../ui/use-dropping.ts'
import { DropVeil } from './DropVeil.tsx'
import { dropped } from './read-dropped.ts'

/** Files that are dropped where nothing else takes them are read to be imported. */
export function DropToImport() {
  const { read } = useImporting()
  const over = useDropping((transfer) => {
    const found = dropped(transfer)
    if (found === null) return
    navigate({ kind: 'import' })
    void read(found.fileName, found.files)
  }, 'files')
  return over ? <DropVeil /> : null
}
