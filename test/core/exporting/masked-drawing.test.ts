import { expect, test } from 'vitest'
import { maskedDrawing } from '../../../electron/core/exporting/masked-drawing.ts'

const mask = (text: string) => text.replaceAll('s<&"cret', '••••')

test('masks the texts of a drawing as they are read, and leaves the drawing alone', () => {
  expect(maskedDrawing('<svg><text x="1">a s&lt;&amp;&quot;cret &amp;amp; b</text>\n<g/></svg>', mask)).toBe(
    '<svg><text x="1">a •••• &amp;amp; b</text>\n<g/></svg>',
  )
})
