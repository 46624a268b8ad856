/**
 * Electron clones what crosses its IPC; the host carries JSON. What JSON would change in silence
 * (a Map, a Date, a bigint, a function) is refused, so that no difference goes unseen. Its source
 * text also runs in the page: it may use nothing from outside itself.
 */
export function toJson(value: unknown): string {
  const check = (item: unknown, path: string): void => {
    if (item === null || item === undefined) return
    if (typeof item === 'bigint' || typeof item === 'function' || typeof item === 'symbol') {
      throw new TypeError(`An object could not be cloned: ${path} is a ${typeof item}`)
    }
    if (typeof item !== 'object') return
    const prototype: unknown = Object.getPrototypeOf(item)
    const plain = prototype === null || prototype === Object.prototype || Array.isArray(item)
    if (!plain) throw new TypeError(`The host carries JSON only: ${path} is not plain`)
    for (const [key, child] of Object.entries(item)) check(child, `${path}.${key}`)
  }
  check(value, 'value')
  return JSON.stringify(value) ?? 'null'
}
