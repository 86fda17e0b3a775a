import { createTheme, type CSSVariablesResolver } from '@mantine/core'

const monospace =
  'ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace'

export const theme = createTheme({
  primaryColor: 'teal',
  // Shade 9 is the first on which white text has a contrast of 4.5 : 1.
  primaryShade: 9,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: monospace,
  fontSizes: { xs: '12px', sm: '13px', md: '14px' },
  headings: { fontFamily: 'inherit', fontWeight: '650' },
  defaultRadius: 4,
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

/** Darker than the button, not lighter as Mantine's: its text must stay readable under the pointer. */
const filledHover = { '--mantine-color-teal-filled-hover': '#066649' }

/** Mantine's dimmed text has too little contrast (WCAG 2.2, 1.4.3) in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...filledHover,
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-placeholder': '#6b7278',
    '--mantine-color-error': '#c92a2a',
    '--ccx-accent-text': 'var(--mantine-color-teal-9)',
    '--ccx-good': '#066649',
    '--ccx-bad': '#c92a2a',
    '--ccx-warn': '#a04c00',
    '--ccx-selected': '#d5f5e8',
    '--ccx-different': '#fff9ec',
    '--ccx-line': '#dee2e6',
  },
  dark: {
    ...filledHover,
    '--mantine-color-dimmed': '#a9a9a9',
    '--mantine-color-placeholder': '#9a9a9a',
    '--mantine-color-error': '#ff8787',
    '--ccx-accent-text': 'var(--mantine-color-teal-4)',
    '--ccx-good': '#38d9a9',
    '--ccx-bad': '#ff8787',
    '--ccx-warn': '#ffc078',
    '--ccx-selected': '#073d2c',
    '--ccx-different': '#2c2820',
    '--ccx-line': '#3b3b3b',
  },
})
