import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { NetworkSection } from './network/NetworkSection.tsx'
import { PreviewSection } from './preview/PreviewSection.tsx'
import { useFormScope } from './form-scope.ts'
import { RequestSection } from './request/RequestSection.tsx'
import { sectionNames, type SectionName } from './sections.ts'
import { NotesSection } from './server/NotesSection.tsx'
import { ServerAndClient } from './server/ServerAndClient.tsx'
import { TokensSection } from './tokens/TokensSection.tsx'
import { VariablesSection } from './variables/VariablesSection.tsx'

const parts: Readonly<Record<SectionName, () => ReactNode>> = {
  server: ServerAndClient,
  request: RequestSection,
  tokens: TokensSection,
  network: NetworkSection,
  variables: VariablesSection,
  notes: NotesSection,
  preview: PreviewSection,
}

interface Props {
  names: readonly SectionName[]
  /** The bar with the tabs, and what is above the fields. */
  children: ReactNode
}

/** The sections as tabs. All fields stay, so that nothing typed is lost and each can be gone to. */
export function FormTabs({ names, children }: Props) {
  const { sections } = useFormScope()
  return (
    <Tabs
      id="configure"
      value={sections.shown}
      onChange={(value) => {
        const next = sectionNames.find((name) => name === value)
        if (next !== undefined) sections.show(next)
      }}
    >
      {children}
      {names.map((name) => {
        const Part = parts[name]
        return (
          <Tabs.Panel key={name} value={name} className="form-panel">
            <Part />
          </Tabs.Panel>
        )
      })}
    </Tabs>
  )
}
