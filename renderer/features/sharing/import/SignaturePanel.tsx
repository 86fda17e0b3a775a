import { Text } from '@mantine/core'
import { invalidSignatureText } from '../../../../electron/wording/import/problems.ts'
import { assertNever } from '../../../../electron/common/assert-never.ts'
import type { SignatureStatus } from '../../../../electron/contract/sharing.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { Problem } from '../../../ui/Problem.tsx'

/** Who signed it, and whether that can be believed. What cannot is loud. */
export function SignaturePanel({ signature }: { signature: SignatureStatus }) {
  switch (signature.kind) {
    case 'unsigned':
      return (
        <Problem tone="info" word="Information" title="Unsigned">
          <Text size="sm">Its author and integrity cannot be verified. Do you know where it comes from?</Text>
        </Problem>
      )
    case 'known_author':
      return (
        <Problem tone="good" word="Passed" title={`Signed by ${visible(signature.name)}, whom you know`}>
          <Fingerprint text={signature.fingerprint} />
        </Problem>
      )
    case 'new_author':
      return (
        <Problem tone="warn" word="Note" title={`Signed by someone new, called ${visible(signature.name)}`}>
          <Fingerprint text={signature.fingerprint} />
          <Text size="sm">
            Compare this with what {visible(signature.name)} reads to you. When you import it, the key will be pinned:
            from then on it is recognised, and another key under this name is refused belief.
          </Text>
        </Problem>
      )
    case 'other_key':
      return (
        <div role="alert" className="loud">
          <Problem tone="bad" word="Warning" title={`Another key signs as ${visible(signature.name)}`}>
            <Text size="sm">
              This may be someone else. Ask {visible(signature.name)} before you import it; a new key is accepted after
              the old one was forgotten under Settings, Sharing keys.
            </Text>
            <Fingerprint text={signature.fingerprint} before="This key: " />
            <Fingerprint text={signature.pinned} before="The key you know: " />
          </Problem>
        </div>
      )
    case 'invalid':
      return (
        <div role="alert" className="loud">
          <Problem tone="bad" word="Warning" title="The signature is not valid">
            <Text size="sm">{invalidSignatureText} It cannot be imported. Ask for the file again.</Text>
          </Problem>
        </div>
      )
    default:
      return assertNever(signature)
  }
}

function Fingerprint({ text, before = '' }: { text: string; before?: string }) {
  return (
    <Text size="sm">
      {before}
      <span className="fingerprint">{text}</span>
    </Text>
  )
}
