import { Group, Text } from '@mantine/core'
import { useRef } from 'react'
import { meaningOf } from '../../electron/catalogue/claims/meaning-of.ts'
import type { Disclosure } from '../../electron/contract/decoded-token.ts'
import { visible } from '../../electron/common/visible.ts'
import { Region } from '../ui/Region.tsx'
import { StateIcon } from '../ui/StateIcon.tsx'
import { ClaimValue } from './ClaimValue.tsx'
import { CopyValue } from './CopyValue.tsx'

const shownAtMost = 200

/** What an SD-JWT discloses beside its claims; only what the claims hold the digest of is signed. @see RFC 9901 §4.2 */
export function Disclosures({ disclosures, unreadable }: { disclosures: readonly Disclosure[]; unreadable: number }) {
  return (
    <Region name="Disclosures">
      <div className="panel">
        {disclosures.length === 0 ? (
          <Text size="sm" c="dimmed">
            Nothing is disclosed beside the claims.
          </Text>
        ) : (
          <table className="facts claims">
            <colgroup>
              <col style={{ width: '24%' }} />
              <col style={{ width: '44%' }} />
              <col style={{ width: '32%' }} />
            </colgroup>
            <tbody>
              {disclosures.slice(0, shownAtMost).map((disclosure, index) => (
                <DisclosureRow key={index} disclosure={disclosure} />
              ))}
            </tbody>
          </table>
        )}
        {disclosures.length <= shownAtMost ? null : (
          <Text size="xs" c="dimmed">
            {(disclosures.length - shownAtMost).toLocaleString('en')} more are not shown.
          </Text>
        )}
        {unreadable === 0 ? null : (
          <Group gap={8} wrap="nowrap" mt={6} role="note">
            <StateIcon tone="bad" word="Error" />
            <Text size="sm">
              {unreadable === 1 ? 'One disclosure' : `${unreadable.toLocaleString('en')} disclosures`} cannot be read.
            </Text>
          </Group>
        )}
      </div>
    </Region>
  )
}

function DisclosureRow({ disclosure: { name, source, digest, named } }: { disclosure: Disclosure }) {
  const shown = useRef<HTMLDivElement>(null)
  const meaning = name === null ? null : (meaningOf('claims', name, null).registered?.meaning ?? null)
  return (
    <tr>
      <th scope="row">{name === null ? 'Element of an array' : <code className="claim-name">{visible(name)}</code>}</th>
      <td className="claim-value">
        <div ref={shown}>
          <ClaimValue name={name ?? ''} source={source} />
        </div>
        <CopyValue text={source} what={`value of ${visible(name ?? 'the element')}`} shown={shown} />
      </td>
      <td>
        {meaning === null ? null : <div>{meaning}</div>}
        <Group gap={6} wrap="nowrap" align="flex-start">
          <StateIcon tone={named ? 'good' : 'bad'} word={named ? 'Signed' : 'Not signed'} />
          <span>
            {named ? 'The claims hold its digest' : 'The claims do not hold its digest: not signed'}{' '}
            <small className="digest">{digest}</small>
          </span>
        </Group>
      </td>
    </tr>
  )
}
