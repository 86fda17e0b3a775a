/** How many pixels of the picture are one of the drawing's, so that it is sharp in print and on dense screens. */
const scale = 2
/** Of a canvas, in pixels: more than this browsers refuse. */
const most = 16_384

/** Draws an SVG and gives its pixels as PNG, in base64. @throws where it cannot be drawn */
export async function pngOf(svg: string): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const { naturalWidth, naturalHeight } = image
  const fitting = Math.min(scale, most / naturalWidth, most / naturalHeight)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(naturalWidth * fitting)
  canvas.height = Math.round(naturalHeight * fitting)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The picture could not be drawn.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
}
