/** What the Content Security Policy asks of a style element that a script makes; another one for each load of the page. */
export const styleNonce = (): string =>
  document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''
