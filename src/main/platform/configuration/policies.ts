/**
 * Windows' policies for this app, which count for everyone on the computer. Windows lets everyone read
 * `HKLM\Software\Policies` and nobody but administrators and the system write in it, and every key
 * inside inherits that: what stands there an administrator has put there, and one who lets others
 * write there has decided that. What stands under `HKCU` never counts: a person's programs can write it.
 */
import { assertNever } from '../../../shared/assert-never.ts'
import { runWindowsProgram } from '../managed-file/windows-program.ts'
import { parseRegistryListing, type RegistryValue } from './registry-listing.ts'
import { namedSettings, settingOfPolicy, type SettingType } from './setting-names.ts'
import { absent, unusable, type SourceContent } from './managed-settings.ts'

const productKey = 'Atradius Services Online'
const allPolicies = String.raw`HKEY_LOCAL_MACHINE\Software\Policies`
const policies = `${allPolicies}\\${productKey}`
/** As administrators write it. */
export const policiesSource = String.raw`HKLM\Software\Policies\Atradius Services Online`

/** What `reg.exe query` prints of a key. Rejects where there is none, or it cannot be read. */
export type QueryRegistry = (key: string) => Promise<Uint8Array>

/**
 * Both questions are asked at once: what `reg.exe` says of a key that is not there is in the
 * system's language, so whether there is one is seen in the list of all.
 */
export async function readPolicies(query: QueryRegistry = askReg): Promise<SourceContent> {
  const [all, ours] = await Promise.allSettled([query(allPolicies), query(policies)])
  const listed = all.status === 'fulfilled' ? parseRegistryListing(all.value, allPolicies) : null
  if (listed === null) return unusable(policiesSource)
  const isThere = listed.keys.some((key) => key.toLowerCase() === productKey.toLowerCase())
  if (!isThere) return absent
  const found = ours.status === 'fulfilled' ? parseRegistryListing(ours.value, policies) : null
  if (found === null) return unusable(policiesSource)
  const [inside] = found.keys
  return inside === undefined ? contentOf(found.values) : unusable(policiesSource, inside)
}

function contentOf(values: readonly RegistryValue[]): SourceContent {
  const content: Record<string, unknown> = {}
  for (const value of values) {
    const setting = settingOfPolicy(value.name)
    const read = setting === null ? undefined : valueOf(value, namedSettings[setting].type)
    if (setting === null || read === undefined) return unusable(policiesSource, value.name)
    const [group = setting, name] = setting.split('.')
    content[group] = name === undefined ? read : Object.assign({}, content[group], { [name]: read })
  }
  return { kind: 'read', by: 'policy', source: policiesSource, content }
}

/**
 * Undefined where the registry has another type than the policy's template writes. A text that is to
 * be completed from variables (`REG_EXPAND_SZ`) is among them: the person sets those.
 */
function valueOf({ type, data }: RegistryValue, wanted: SettingType): unknown {
  // What is not ASCII depends on the console's code page, and may have become something else.
  if (!/^[\x20-\x7e]*$/.test(data)) return undefined
  const number = type === 'REG_DWORD' && /^0x[\da-f]{1,8}$/i.test(data) ? Number(data) : undefined
  switch (wanted) {
    case 'text':
      return type === 'REG_SZ' ? data : undefined
    case 'number':
      return number
    case 'switch':
      return number === 0 || number === 1 ? number === 1 : undefined
    case 'list':
      return type === 'REG_MULTI_SZ' ? data.split(String.raw`\0`).filter(Boolean) : undefined
    default:
      return assertNever(wanted)
  }
}

function askReg(key: string): Promise<Uint8Array> {
  return runWindowsProgram(['reg.exe'], ['query', key, '/reg:64'])
}
