/**
 * What passes between the preload's world and the page's, as Electron's context bridge has it: data
 * is copied without its prototype, functions and promises stand for those of the other world, and
 * what cannot be copied is refused. Its source text runs in the page: it may use nothing from
 * outside itself.
 */
export function crossWorlds(value: unknown): unknown {
  const copied = new Map<object, unknown>()
  const cross = (item: unknown): unknown => {
    if (typeof item === 'symbol') throw new TypeError('An object could not be cloned: a symbol')
    if (typeof item === 'function') {
      return (...args: unknown[]): unknown => {
        try {
          return crossWorlds(Reflect.apply(item, undefined, args.map(crossWorlds)))
        } catch (error) {
          throw asCopied(error)
        }
      }
    }
    if (typeof item !== 'object' || item === null) return item
    const known = copied.get(item)
    if (known !== undefined) return known
    if (item instanceof Promise) {
      return item.then(crossWorlds, (error: unknown) => {
        throw asCopied(error)
      })
    }
    if (item instanceof Error) return asCopied(item)
    if (Array.isArray(item)) {
      const list: unknown[] = []
      copied.set(item, list)
      list.push(...item.map(cross))
      return list
    }
    // Dates, maps, buffers: as structured cloning has them.
    if (Object.prototype.toString.call(item) !== '[object Object]') return structuredClone(item)
    const record: Record<string, unknown> = {}
    copied.set(item, record)
    for (const [key, child] of Object.entries(item)) record[key] = cross(child)
    return record
  }
  /** An error keeps its message alone. */
  const asCopied = (error: unknown): unknown =>
    error instanceof Error ? new Error(error.message) : cross(error)
  return cross(value)
}
