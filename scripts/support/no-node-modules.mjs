/** electron-builder's hook: dist/ has everything in it, so no dependency is looked for, rebuilt or packed. */
export default async () => false
