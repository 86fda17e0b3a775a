import type { Row } from '../picture.ts'

/** The colours of the window, by value: a document that leaves it has no style sheet. */
export interface Colors {
  bg: string
  line: string
  text: string
  text2: string
  text3: string
  accent: string
  warn: string
  err: string
  errBg: string
}

export const themes: Readonly<Record<'light' | 'dark', Colors>> = {
  light: {
    bg: '#ffffff',
    line: '#c3cbc8',
    text: '#17201d',
    text2: '#4d5955',
    text3: '#626e6a',
    accent: '#0b7a54',
    warn: '#855400',
    err: '#b3261e',
    errBg: '#fdf1ef',
  },
  dark: {
    bg: '#1b1e1d',
    line: '#474f4c',
    text: '#e3e8e6',
    text2: '#b1bab7',
    text3: '#939d99',
    accent: '#2fbf8f',
    warn: '#e0ae4a',
    err: '#f58a80',
    errBg: '#2c1f1e',
  },
}

/** The colour of an arrow and of its result. */
export function colorOf(state: Row['state'], { accent, warn, err, text3 }: Colors): string {
  switch (state) {
    case 'done':
    case 'running':
      return accent
    case 'noted':
    case 'interrupted':
      return warn
    case 'failed':
      return err
    case 'will':
    case 'cancelled':
    case 'left_out':
    case 'hidden':
      return text3
  }
}
