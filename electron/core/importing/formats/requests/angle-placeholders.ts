/** `<client id>`, as documents write what a reader has to fill in, becomes the variable `{{client_id}}`. */
export const withoutAngles = (text: string): string =>
  text.includes('<')
    ? text.replaceAll(
        /<([A-Za-z][\w .-]{0,60})>/g,
        (_written, name: string) => `{{${name.trim().replaceAll(/\s+/g, '_')}}}`,
      )
    : text
