/** In device-independent pixels; the pages are laid out down to this size. */
export const smallestWindow = { width: 480, height: 600 } as const
