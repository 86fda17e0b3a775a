import { describe, expect, it } from 'vitest'
import { spreadLines } from '../../../renderer/features/sharing/import/spread-lines.ts'

describe('what is pasted for a secret', () => {
  it('is one value when it is a key, however many lines that has', () => {
    expect(spreadLines('-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n')).toBeNull()
    expect(spreadLines('{\n  "kty": "RSA"\n}')).toBeNull()
  })

  it('is one value when it is one line, with or without its end', () => {
    expect(spreadLines('s3cret')).toBeNull()
    expect(spreadLines('s3cret\r\n')).toBeNull()
  })

  it('is a value for each line, in the line ends of any system, and an empty line keeps its place', () => {
    expect(spreadLines('one\ntwo\n')).toEqual(['one', 'two'])
    expect(spreadLines('one\r\n\r\nthree\r\n')).toEqual(['one', '', 'three'])
    expect(spreadLines('one\rtwo')).toEqual(['one', 'two'])
  })

  it('keeps blanks, which may be part of a secret', () => {
    expect(spreadLines(' one \ntwo')).toEqual([' one ', 'two'])
  })
})
