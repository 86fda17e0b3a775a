/** What is heard of a page. */
interface Page {
  on: (event: 'will-prevent-unload', listener: (event: { preventDefault: () => void }) => void) => unknown
}

/** The page holds something that is not saved, and stays unless the person wants it closed anyway. */
export function askBeforeClosing(page: Page, isCloseAnyway: () => boolean, stays: () => void): void {
  page.on('will-prevent-unload', (event) => {
    // Preventing the event lets the page go.
    if (isCloseAnyway()) event.preventDefault()
    else stays()
  })
}
