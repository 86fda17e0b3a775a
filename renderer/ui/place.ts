/** Where one of the list goes to: into a folder, and there before another or, for null, behind all. */
export interface Place {
  folder: string
  before: string | null
}

interface Listed {
  id: string
  folder: string
  builtIn?: boolean
}

/** One place up or down in its folder; null where there is none. What is built in has its place at the top. */
export function placeNextTo(environments: readonly Listed[], moved: Listed, step: -1 | 1): Place | null {
  const siblings = environments.filter(({ folder, builtIn }) => folder === moved.folder && builtIn !== true)
  const index = siblings.findIndex(({ id }) => id === moved.id)
  const passed = index < 0 ? undefined : siblings[index + step]
  if (passed === undefined) return null
  const before = step < 0 ? passed.id : (siblings[index + 2]?.id ?? null)
  return { folder: moved.folder, before }
}

/** Where it comes when it is dropped on the upper or the lower half of another. */
export function placeBeside(
  environments: readonly Listed[],
  moved: string,
  target: Listed,
  half: 'above' | 'below',
): Place | null {
  if (target.id === moved) return null
  const { folder } = target
  const siblings = environments.filter((one) => one.folder === folder && one.builtIn !== true && one.id !== moved)
  const index = siblings.findIndex(({ id }) => id === target.id)
  const at = target.builtIn === true ? 0 : index + (half === 'above' ? 0 : 1)
  return { folder, before: siblings[at]?.id ?? null }
}
