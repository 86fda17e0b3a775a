import type { ApiCall } from '../../contract/api-call.ts'

type Named = Pick<ApiCall, 'name' | 'folder' | 'method' | 'url'>

/** Every call that a text names: by its name, `folder/name`, `METHOD path`, `METHOD URL`, or its id. */
export function callsNamed<Call extends Named & { id: string }>(calls: readonly Call[], typed: string): Call[] {
  return calls.filter(({ id, name, folder, method, url }) => {
    const names = name === '' ? [] : [name, `${folder}/${name}`]
    return [id, ...names, `${method} ${url}`, `${method} ${pathOf(url)}`].includes(typed)
  })
}

/** How a call is listed: its names, and what it asks for. */
export function callLine({ name, folder, method, url }: Named): string {
  const title = [folder, name].filter((part) => part !== '').join('/')
  return title === '' ? `${method} ${url}` : `${title}  ${method} ${url}`
}

/** Without scheme, host and query; a variable in front stands for these. */
function pathOf(url: string): string {
  const [beforeQuery = ''] = url.split(/[?#]/, 1)
  const path = beforeQuery.replace(/^(?:https?:\/\/[^/]*|\{\{[\w.-]{1,100}\}\})/i, '')
  return path === '' ? '/' : path
}
