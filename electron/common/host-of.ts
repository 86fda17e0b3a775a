/** Host and port of an issuer or another URL; what is no URL stays as it is. */
export const hostOf = (url: string): string => /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url
