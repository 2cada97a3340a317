// In the place of `temporal-polyfill` in the window (electron.vite.config.ts): Chromium has had it itself since its version 144.

export const Temporal: unknown = Reflect.get(globalThis, 'Temporal')
