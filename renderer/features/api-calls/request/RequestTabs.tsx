import { Tabs } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { oneOf } from '../../../../electron/common/one-of.ts'
import { useKept } from '../../../state/kept.ts'
import { AssertionsTab } from './assertions/AssertionsTab.tsx'
import { AuthorizationTab } from './authorization/AuthorizationTab.tsx'
import { BodyTab } from './body/BodyTab.tsx'
import { useCallScope, useOfForm, useTyped } from './call-form.ts'
import { callProblems } from './call-problems.ts'
import { callTabNames, type CallTabName, callTabTitles, countIn, shownCallTabs, tabOfField } from './call-tabs.ts'
import { HeadersTab } from './HeadersTab.tsx'
import { NotesTab } from './NotesTab.tsx'
import { QueryTab } from './QueryTab.tsx'

const parts: Readonly<Record<CallTabName, () => ReactNode>> = {
  query: QueryTab,
  headers: HeadersTab,
  body: BodyTab,
  authorization: AuthorizationTab,
  assertions: AssertionsTab,
  notes: NotesTab,
}

/** What is sent beside method and URL, and what is kept with it. `children` are the acts at the right. */
export function RequestTabs({ children }: { children: ReactNode }) {
  const { environmentId } = useCallScope()
  const [shown, show] = useKept(shownCallTabs, environmentId)
  const Part = parts[shown]
  return (
    <Tabs
      value={shown}
      className="call-tabs"
      keepMounted={false}
      onChange={(value) => {
        const next = oneOf(callTabNames, value)
        if (next !== null) show(() => next)
      }}
    >
      <div className="call-tabs-bar">
        <Tabs.List aria-label="Request">
          {callTabNames.map((name) => (
            <CallTab key={name} name={name} />
          ))}
        </Tabs.List>
        <div className="call-tabs-acts">{children}</div>
      </div>
      <Tabs.Panel value={shown} className="call-panel">
        <Part />
      </Tabs.Panel>
    </Tabs>
  )
}

function CallTab({ name }: { name: CallTabName }) {
  const { form } = useCallScope()
  const count = useTyped((values) => countIn(name, values))
  const isChanged = useOfForm(form, ({ changed }) => changed().some((field) => tabOfField(field) === name))
  const isWrong = useOfForm(
    form,
    ({ get, showsProblems }) => showsProblems() && callProblems(get()).some(([path]) => tabOfField(path) === name),
  )
  return (
    <Tabs.Tab
      value={name}
      rightSection={
        <>
          {count === 0 ? null : <span className="tab-count">{count}</span>}
          {isWrong ? (
            <span className="tab-wrong" role="img" aria-label="Not valid" title="Not valid">
              <IconAlertTriangleFilled size={14} aria-hidden />
            </span>
          ) : null}
          {isChanged ? <span className="unsaved-dot" title="Unsaved changes" /> : null}
        </>
      }
    >
      {callTabTitles[name]}
    </Tabs.Tab>
  )
}
