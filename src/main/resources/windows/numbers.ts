/** Numbers of many rows as bytes, one behind the other: arrays of the language take several times as much. */

export type Numbers<Of extends Float64Array | Uint32Array> = {
  readonly add: (value: number) => void
  readonly count: () => number
  /** Those that are here by now; what is added later may not be in it. */
  readonly all: () => Of
}

const firstLength = 4_096
const growth = 1.5

/** @param make zeros, as many as this */
export function createNumbers<Of extends Float64Array | Uint32Array>(
  make: (length: number) => Of,
): Numbers<Of> {
  let values = make(firstLength)
  let count = 0

  function resized(length: number): Of {
    const copy = make(length)
    copy.set(values.subarray(0, Math.min(length, count)))
    return copy
  }

  return {
    add(value) {
      if (count === values.length) values = resized(Math.ceil(values.length * growth))
      values[count] = value
      count += 1
    },
    count: () => count,
    all() {
      // Nothing is kept that was only taken to grow into.
      if (count < values.length) values = resized(count)
      return values
    },
  }
}
