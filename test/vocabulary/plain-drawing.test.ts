import { describe, expect, it } from 'vitest'
import { isPlainDrawing } from '../../electron/vocabulary/plain-drawing.ts'

const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`

describe('a drawing', () => {
  it('is shapes and text', () => {
    expect(
      isPlainDrawing(svg('<g fill="#fff"><path d="M0 0H5"/><text x="1">href on=1 &lt;script&gt;</text></g>')),
    ).toBe(true)
    expect(isPlainDrawing(svg('<defs><marker id="a"/></defs><line marker-end="url(#a)"/>'))).toBe(true)
  })

  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT/>',
    '<foreignObject/>',
    '<a href="https://evil.example"><text>x</text></a>',
    '<image xlink:href="https://evil.example/x.png"/>',
    '<rect onload="alert(1)"/>',
    '<rect\nonclick = "alert(1)"/>',
    '<rect fill="url(https://evil.example)"/>',
    '<style>@import "https://evil.example"</style>',
    '<style>text { fill: url( "//evil.example/x") }</style>',
    '<!-- x -->',
    '<?xml-stylesheet href="x"?>',
    '<![CDATA[x]]>',
    '<rect',
    '<rect id=">" onload="alert(1)"/>',
    "<rect onload='alert(1)'/>",
    '<style>text { fill: red }</style>',
    '<rect style="fill: red"/>',
    '<rect fill="&#117;rl(https://evil.example)"/>',
    String.raw`<rect fill="u\72l(https://evil.example)"/>`,
  ])('is not one with %s', (content) => expect(isPlainDrawing(svg(content))).toBe(false))

  it('is not one with something else around it', () => {
    expect(isPlainDrawing('')).toBe(false)
    expect(isPlainDrawing(`<!DOCTYPE svg>${svg('')}`)).toBe(false)
    expect(isPlainDrawing(`text ${svg('')}`)).toBe(false)
  })
})
