/**
 * Whether Windows vouches for a file, and for whom. electron-updater's own check lets a file pass where
 * PowerShell cannot be asked; this one does not.
 */
import { parseDn } from 'builder-util-runtime'
import { z } from 'zod'
import { runWindowsProgram } from '../platform/managed-file/windows-program.ts'

const signatureSchema = z.object({
  /** 0 is `Valid`: whole, and trusted by this computer. */
  status: z.int(),
  /** The certificate's, e.g. `CN=Atradius N.V., O=Atradius N.V., C=NL`; null without one. */
  subject: z.string().nullable(),
})

/** Runs a script in Windows' PowerShell; resolves with what it printed. */
export type AskPowerShell = (script: string) => Promise<string>

/**
 * Null where Windows trusts the file's signature, and it is one of `publishers`; else what is wrong.
 * @param publishers common names, or whole distinguished names, of which every part must be the same
 */
export async function whatIsWrongWithPublisher(
  publishers: readonly string[],
  path: string,
  ask: AskPowerShell = askPowerShell,
): Promise<string | null> {
  try {
    const { status, subject } = signatureSchema.parse(JSON.parse(await ask(scriptFor(path))))
    if (status !== 0 || subject === null) return 'not signed, or not trusted'
    return publishers.some((publisher) => isOf(publisher, subject)) ? null : 'another publisher'
  } catch {
    return 'could not be asked'
  }
}

function isOf(publisher: string, subject: string): boolean {
  const found = parseDn(subject)
  const wanted = parseDn(publisher)
  if (wanted.size === 0) return found.get('CN') === publisher
  return [...wanted].every(([name, value]) => found.get(name) === value)
}

/** By Windows' own modules alone. What it prints is ASCII, whatever the console's code page is. */
function scriptFor(path: string): string {
  return [
    "$ErrorActionPreference = 'Stop'",
    String.raw`$env:PSModulePath = "$PSHOME\Modules"`,
    `$signature = Microsoft.PowerShell.Security\\Get-AuthenticodeSignature -LiteralPath '${path.replaceAll("'", "''")}'`,
    '$found = @{ status = [int]$signature.Status; subject = $signature.SignerCertificate.Subject }',
    String.raw`$json = $found | Microsoft.PowerShell.Utility\ConvertTo-Json -Compress`,
    '[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json))',
  ].join('; ')
}

const askPowerShell: AskPowerShell = async (script) => {
  const printed = await runWindowsProgram(
    ['WindowsPowerShell', 'v1.0', 'powershell.exe'],
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
  )
  return Buffer.from(printed.toString('latin1').trim(), 'base64').toString('utf8')
}

/** The check of a file before it is run; macOS looks at its own by itself, and Linux has none. */
export function publisherCheckFor(
  platform: NodeJS.Platform,
  publishers: readonly string[],
): (path: string) => Promise<string | null> {
  return platform === 'win32'
    ? (path) => whatIsWrongWithPublisher(publishers, path)
    : async () => null
}
