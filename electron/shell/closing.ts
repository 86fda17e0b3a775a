export interface Closing {
  /** Whether the window was asked to close and its page has not answered that it stays. */
  isUnderWay: () => boolean
  /** The page stays, because the person wants it to. */
  stays: () => void
}

/** Follows the closing of a window. */
export function closingOf(window: { on: (event: 'close', listener: () => void) => unknown }): Closing {
  let isUnderWay = false
  window.on('close', () => {
    isUnderWay = true
  })
  return {
    isUnderWay: () => isUnderWay,
    stays: () => {
      isUnderWay = false
    },
  }
}
