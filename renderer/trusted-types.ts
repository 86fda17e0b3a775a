declare global {
  interface Window {
    trustedTypes?: { createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => unknown }
  }
}

/**
 * The window's only Trusted Types policy. Mantine sets the text of its `<style>` elements through innerHTML, which is fine as
 * long as it is no markup; anything that contains `<` is refused, and scripts cannot be made at all.
 */
export function installTrustedTypesPolicy(): void {
  window.trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Markup from text is refused.')
      return text
    },
  })
}
