/** Placeholders of a URL or path, `{id}`, as variables of ours. `{id*}` and `{+id}` are those of URI templates (RFC 6570). */
export const braced = (text: string, valueOf: (name: string) => string | undefined = () => undefined): string =>
  text.replaceAll(/\{[+#./;?&]?([^{}]{1,200}?)\*?\}/g, (_whole, name: string) => valueOf(name) ?? variable(name))

export const variable = (name: string): string => `{{${variableName(name)}}}`

/** With what a name of a variable may hold here. */
export const variableName = (name: string): string =>
  name
    .trim()
    .replaceAll(/[^A-Za-z0-9_.-]/g, '_')
    .slice(0, 100)
