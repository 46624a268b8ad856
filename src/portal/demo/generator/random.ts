/**
 * Numbers that look random and are the same at every run: sfc32, seeded by a text. For inventing data,
 * never for secrets.
 */
export type Random = {
  /** From 0 up to, and without, 1. */
  readonly unit: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number
  /** True with the probability `chance`. */
  readonly chance: (chance: number) => boolean
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  /** Each by its weight. */
  readonly weighted: <Item>(items: Weighted<Item>) => Item
  /** Normally distributed around 0, with standard deviation 1. */
  readonly normal: () => number
}

export type Weighted<Item> = readonly [
  readonly [item: Item, weight: number],
  ...(readonly [item: Item, weight: number])[],
]

/** Until then the state still resembles the seed. */
const warmUp = 12
const range = 2 ** 32

/** The numbers that belong to `seed`, and to no other. */
export function randomOf(seed: string): Random {
  const state = stateOf(seed)
  const next = (): number => {
    const [a = 0, b = 0, c = 0, counter = 0] = state
    const sum = (a + b + counter) | 0
    state[0] = b ^ (b >>> 9)
    state[1] = (c + (c << 3)) | 0
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0
    state[3] = (counter + 1) | 0
    return sum >>> 0
  }
  for (let turn = 0; turn < warmUp; turn += 1) next()
  const unit = (): number => next() / range
  return {
    unit,
    whole: (least, most) => least + Math.floor(unit() * (most - least + 1)),
    chance: (chance) => unit() < chance,
    pick: (items) => items[Math.floor(unit() * items.length)] ?? items[0],
    weighted: (items) => {
      let left = unit() * items.reduce((sum, [, weight]) => sum + weight, 0)
      const found = items.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      return (found ?? items[0])[0]
    },
    // Box and Muller; 1 - unit is never 0, of which there is no logarithm.
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
  }
}

/** Four words of FNV-1a, each begun with another number. */
function stateOf(seed: string): Int32Array {
  const state = Int32Array.of(0x811c9dc5, 0x01000193, 0x9e3779b9, 1)
  for (let word = 0; word < 3; word += 1) {
    let hash = state[word] ?? 0
    for (let at = 0; at < seed.length; at += 1) {
      hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193)
    }
    state[word] = hash
  }
  return state
}
