import { offsetOfPlace } from './assertion-lines.ts'

/** Frames in which the body may be shown after its tab was chosen. */
const mostFrames = 60

/** Goes to a place in the body of the answer, whose tab is chosen first. */
export function goToAnswer(pointer: string): void {
  const region = document.querySelector('section[aria-label="API response"]')
  if (region === null) return
  if (bodyIn(region) === null) region.querySelector<HTMLElement>('[role="tab"]')?.click()
  let frames = 0
  const look = (): void => {
    const body = bodyIn(region)
    if (body !== null) void show(body, pointer)
    else if (frames++ < mostFrames) requestAnimationFrame(look)
  }
  look()
}

const bodyIn = (region: Element) => region.querySelector<HTMLElement>('.cm-content[aria-label="Body of the answer"]')

/** The editor is there, so what it is made of is loaded. */
async function show(body: HTMLElement, pointer: string): Promise<void> {
  const { goToOffset } = await import('../../../json-view/go-to-offset.ts')
  goToOffset(body, (text) => offsetOfPlace(text, pointer))
}
