/** Reads what Windows' `reg.exe` prints of a key. It prints values first, then the keys inside. */

export type RegistryValue = { readonly name: string; readonly type: string; readonly data: string }

export type RegistryListing = {
  readonly values: readonly RegistryValue[]
  /** The names of the keys inside. */
  readonly keys: readonly string[]
}

/** `reg.exe` sets name, type and data apart by four spaces, and each may have spaces itself. */
const valueLine = /^ {4}(.+?) {4}(REG_[A-Z\d_]+)(?: {4}(.*))?$/

/**
 * Null for what it cannot have printed: so is a text of several lines, of which each setting has but
 * one. The types are the same in every language, and everything else is data.
 * @param output as it comes: in the code page of the console, of which only ASCII is certain
 * @param key that was asked for, by its full name
 */
export function parseRegistryListing(output: Uint8Array, key: string): RegistryListing | null {
  const values: RegistryValue[] = []
  const keys: string[] = []
  const inside = `${key.toLowerCase()}\\`
  // Latin 1 keeps each other byte apart, so that no two texts become the same.
  const lines = Buffer.from(output).toString('latin1').split(/\r?\n/)
  for (const line of lines) {
    if (line === '') continue
    const [, name, type, data = ''] = valueLine.exec(line) ?? []
    if (name !== undefined && type !== undefined) values.push({ name, type, data })
    else if (line.toLowerCase().startsWith(inside)) keys.push(line.slice(inside.length))
    else if (line.toLowerCase() !== key.toLowerCase()) return null
  }
  return { values, keys }
}
