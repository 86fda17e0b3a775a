/** What the focus was on, with what it stood in, from the inside out. */
interface Held {
  element: HTMLElement
  around: readonly HTMLElement[]
}

/** Milliseconds in which a dialog gives the focus back, or a new part of the page takes it. */
const grace = 60
const containers = 'section, header, form, nav, main, [role="group"], [role="tabpanel"]'

/**
 * Gives the focus a place when what had it goes away, is disabled or hidden: what it stood in, else what had it before,
 * else the heading of the page. When the same control comes back, as a button does that was replaced while its request
 * ran, it gets the focus back. Returns what ends this.
 */
export function keepFocus(page: Document): () => void {
  let held: Held | null = null
  let before: Held | null = null
  let lent: { to: HTMLElement; label: string } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === held?.element) return
    if (target !== lent?.to) lent = null
    if (held?.element.closest('[role="dialog"]') === null) before = held
    held = { element: target, around: ancestorsOf(target) }
  }

  const check = () => {
    timer = undefined
    const back = lent === null || page.activeElement !== lent.to ? null : controlOf(lent.to, lent.label)
    if (back !== null) return back.focus({ preventScroll: true })
    if (held === null || page.activeElement !== page.body || canHaveFocus(held.element)) return undefined
    const { element, around } = held
    const container = around.find((one) => one.isConnected && one.matches(containers))
    if (container !== undefined && !container.matches('main, nav')) {
      lent = { to: container, label: element.textContent }
      return focusPlace(container)
    }
    return before !== null && canHaveFocus(before.element)
      ? before.element.focus({ preventScroll: true })
      : focusHeading(page)
  }

  const observer = new MutationObserver(() => {
    if (page.activeElement === page.body || page.activeElement === lent?.to) timer ??= setTimeout(check, grace)
  })
  observer.observe(page.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden'] })
  page.addEventListener('focusin', onFocusIn)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    page.removeEventListener('focusin', onFocusIn)
  }
}

/** The heading of the place, from where the Tab key leads on into it. */
export function focusHeading(page: Document): void {
  const heading = page.querySelector<HTMLElement>('main h1') ?? page.querySelector<HTMLElement>('main')
  if (heading !== null) focusPlace(heading)
}

function focusPlace(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/** The control with this text, when it can have the focus. */
function controlOf(container: HTMLElement, label: string): HTMLElement | null {
  const controls = [...container.querySelectorAll<HTMLElement>('button, a')]
  return label === '' ? null : (controls.find((one) => one.textContent === label && canHaveFocus(one)) ?? null)
}

const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility()

function ancestorsOf(element: HTMLElement): HTMLElement[] {
  const parent = element.parentElement
  return parent === null ? [] : [parent, ...ancestorsOf(parent)]
}
