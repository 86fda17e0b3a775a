import { ActionIcon } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { capital } from '../../../electron/common/capital.ts'
import { newestExchange } from '../../queries/exchanges.ts'
import { chooseExchange } from '../../state/chosen-exchange.ts'
import { intend, useIntent } from '../../state/intents.ts'
import { DrawerEdge } from '../../exchange-view/DrawerEdge.tsx'
import { useDrawer } from '../../exchange-view/use-drawer.ts'
import '../../exchange-view/drawer-place.css'

interface Props {
  environmentId: string
  /** What is in it, for the names of the drawer and its button. */
  what?: 'exchange' | 'requests' | 'practice'
  /** A selector of where Escape in it leads back to. Without one Escape closes it where it is over the work. */
  back?: string
  /** What is in it, with the button that closes it; made once the drawer is open. */
  children: (toggle: ReactNode) => ReactNode
}

/** The exchange beside the work, or over it in a narrow window; closed, it is a strip with the button that opens it. */
export function ExchangeDrawer({ environmentId, what = 'exchange', back, children }: Props) {
  const { width, isOpen, isOverlay, setOpen, setWidth } = useDrawer()
  const client = useQueryClient()
  const drawer = useRef<HTMLElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  /** What the button or Escape asked for, until it is so: then the button that undoes it has the focus. */
  const wanted = useRef<boolean | null>(null)
  useLayoutEffect(() => {
    if (isOverlay) startBelowBanner(drawer.current)
    else drawer.current?.style.removeProperty('top')
  })
  useLayoutEffect(() => {
    if (wanted.current !== isOpen) return
    wanted.current = null
    button.current?.focus()
  })
  const change = (next: boolean) => {
    if (next === isOpen) return button.current?.focus()
    wanted.current = next
    setOpen(next)
  }
  const choose = (id: string) =>
    chooseExchange(environmentId, { id, chain: id, whileNewest: newestExchange(client, environmentId) })
  useIntent(environmentId, 'show_exchange', ([id = '', tab]) => {
    choose(id)
    change(true)
    if (tab !== undefined) intend(id, 'show_tab', [tab])
  })
  useWindowEvent('keydown', ({ key, target, defaultPrevented }) => {
    if (key !== 'Escape' || defaultPrevented || !(target instanceof Node)) return
    if (drawer.current?.contains(target) !== true) return
    const place = back === undefined ? null : document.querySelector<HTMLElement>(back)
    if (place === null) return isOverlay ? change(false) : undefined
    place.focus()
    if (isOverlay) setOpen(false)
  })
  useIntent(environmentId, 'open_drawer', () => change(true))
  useIntent(environmentId, 'show_drawer', () => (isOpen ? undefined : change(true)))
  useIntent(environmentId, 'show_certificate', ([id = '']) => {
    choose(id)
    setOpen(true)
    intend(id, 'offer_certificate')
  })
  const toggle = (
    <ActionIcon
      ref={button}
      variant="subtle"
      aria-label={`${isOpen ? 'Hide' : 'Show'} the ${what}`}
      title={`${isOpen ? 'Hide' : 'Show'} the ${what}`}
      aria-expanded={isOpen}
      onClick={() => change(!isOpen)}
    >
      {isOpen ? (
        <IconLayoutSidebarRightCollapse size={16} stroke={1.6} aria-hidden />
      ) : (
        <IconLayoutSidebarRightExpand size={16} stroke={1.6} aria-hidden />
      )}
    </ActionIcon>
  )
  return (
    <section className="drawer-place" data-overlay={isOverlay || undefined} aria-label={capital(what)}>
      {isOpen ? (
        <section ref={drawer} className="drawer" style={{ width }}>
          <DrawerEdge width={width} onWidth={setWidth} />
          {children(toggle)}
        </section>
      ) : (
        toggle
      )}
    </section>
  )
}

/** The banner says what happened last: what lies over the work must not cover it. */
function startBelowBanner(drawer: HTMLElement | null): void {
  const page = drawer?.closest('.page-body')
  const banner = page?.querySelector('.banner, .flow-panel')
  const top = page?.getBoundingClientRect().top ?? 0
  const below = banner === null || banner === undefined ? 0 : banner.getBoundingClientRect().bottom - top
  drawer?.style.setProperty('top', `${Math.max(0, below)}px`)
}
