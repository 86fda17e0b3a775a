import type { SharingKeys } from '../../../../electron/contract/sharing.ts'
import { CopyText } from '../../../ui/CopyText.tsx'
import { visible } from '../../../../electron/common/visible.ts'
import { CreateKeys } from './CreateKeys.tsx'

/** What others need of one's own keys. */
export function OwnKeys({ own }: { own: SharingKeys['own'] }) {
  if (own === null) return <CreateKeys storageIsShown />
  return (
    <table className="facts">
      <tbody>
        <tr>
          <th scope="row" style={{ width: 200 }}>
            Name
          </th>
          <td>{visible(own.name)}</td>
        </tr>
        <tr>
          <th scope="row">Recipient, for secrets that others send you</th>
          <td>
            <CopyText text={own.recipient} what="recipient" />
            <span className="fingerprint">{own.recipientFingerprint}</span>
          </td>
        </tr>
        <tr>
          <th scope="row">Fingerprint of your signature</th>
          <td>
            <CopyText text={own.fingerprint} what="fingerprint" />
          </td>
        </tr>
      </tbody>
    </table>
  )
}
