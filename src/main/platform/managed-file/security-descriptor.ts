/** Reads Windows' access rights in their textual form (SDDL), which is the same in every language. */

/** Those who may do everything anyway: administrators, the system, the installer service. */
const administrators = new Set([
  'BA',
  'SY',
  'LA',
  'DA',
  'EA',
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
])

/** Bits of an access mask, by the two letters that stand for them. */
const rights: Readonly<Record<string, number>> = {
  GA: 0x10000000,
  GR: 0x80000000,
  GW: 0x40000000,
  GX: 0x20000000,
  RC: 0x20000,
  SD: 0x10000,
  WD: 0x40000,
  WO: 0x80000,
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
  FA: 0x1f01ff,
  FR: 0x120089,
  FW: 0x120116,
  FX: 0x1200a0,
}

/** To delete, to change the rights, to become the owner; everything. */
const replacing = 0x10000 | 0x40000 | 0x80000 | 0x10000000

/** What lets one change a file, or put another in its place. */
export const fileWriting = replacing | 0x2 | 0x4 | 0x10 | 0x100 | 0x40000000
/** What lets one replace what a folder holds. To add something beside it is harmless. */
export const folderReplacing = replacing | 0x40

/**
 * Whether nobody but administrators owns what `sddl` describes or has one of the rights in
 * `wanted`. What cannot be understood counts as a right of anyone's.
 */
export function onlyAdministratorsMay(wanted: number, sddl: string): boolean {
  const [, owner, list] = /^O:(.+?)(?:G:.+?)?D:([A-Z]*(?:\([^()]*\))*)(?:S:.*)?$/.exec(sddl) ?? []
  if (owner === undefined || list === undefined || !administrators.has(owner)) return false
  // Without a list, everyone may do everything.
  if (list.includes('NO_ACCESS_CONTROL') || !list.includes('(')) return false
  return [...list.matchAll(/\(([^()]*)\)/g)].every(([, entry = '']) => isHarmless(entry, wanted))
}

/** One entry: kind, flags, rights, object, inherited object, whose; a condition may follow. */
function isHarmless(entry: string, wanted: number): boolean {
  const [kind = '', flags = '', mask = '', , , whose = ''] = entry.split(';')
  const denies = kind === 'D' || kind === 'OD' || kind === 'XD'
  // An entry that is only passed on to what is made inside says nothing of the folder itself.
  const passedOnOnly = pairs(flags)?.includes('IO') ?? false
  if (denies || passedOnOnly || administrators.has(whose)) return true
  const granted = maskOf(mask)
  return granted !== null && (granted & wanted) === 0
}

/** Null for one that cannot be read. */
function maskOf(text: string): number | null {
  if (/^0x[\da-f]{1,8}$/i.test(text)) return Number(text)
  const bits = pairs(text)?.map((name) => rights[name])
  if (bits === undefined) return null
  return bits.reduce<number | null>(
    (sum, bit) => (sum === null || bit === undefined ? null : sum | bit),
    0,
  )
}

function pairs(text: string): readonly string[] | null {
  return text.length % 2 === 0 ? (text.match(/../g) ?? []) : null
}
