import { createTheme, type CSSVariablesResolver } from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'teal',
  // Shade 9 is the first on which white text has a contrast of 4.5 : 1.
  primaryShade: 9,
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '16px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px' },
  headings: {
    fontFamily: 'inherit',
    fontWeight: '600',
    sizes: { h1: { fontSize: '16px', lineHeight: '24px' }, h2: { fontSize: '13px', lineHeight: '20px' } },
  },
  defaultRadius: 6,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'xs', px: 10 } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    // Within its landmark, for what floats at the end of the page is in none.
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400, withinPortal: false } },
  },
})

/** Mantine's own colours by ours: `tokens.css` has them for both schemes. */
const colors = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-error': 'var(--err)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--bg)',
  '--mantine-color-default-hover': 'var(--bg-hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-disabled': 'var(--bg-sub)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-teal-filled': 'var(--accent-fill)',
  '--mantine-color-teal-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-color-teal-light': 'var(--accent-bg)',
  '--mantine-color-teal-light-hover': 'var(--accent-bg)',
  '--mantine-color-teal-light-color': 'var(--accent)',
  '--mantine-color-teal-outline': 'var(--accent)',
  '--mantine-color-teal-text': 'var(--accent)',
  '--mantine-color-red-filled': 'var(--err-fill)',
  '--mantine-color-red-light': 'var(--err-bg)',
  '--mantine-color-red-light-color': 'var(--err)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: colors, dark: colors })
