/** Where the pepper's secret is kept: in `PORTAL_PEPPER`, or in a file of the data folder. */
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CommandError } from '../problem-error.ts'

export type PepperSecret =
  /** `place` names where it was found, for sentences. */
  | { readonly kind: 'found'; readonly secret: string; readonly place: string }
  | { readonly kind: 'missing'; readonly file: string }

const bytes = 32
/** In characters; what is made here has 43. */
const shortest = 16
/** The bits of a file's mode that let everyone on the machine in. */
const openToAll = 0o007

/**
 * Finds the secret and writes nothing.
 * @param given the value of `PORTAL_PEPPER`
 * @throws CommandError where the file cannot be read, lost its content, lies open to everyone, or
 * says something else than `PORTAL_PEPPER`
 */
export function findPepperSecret(dataFolder: string, given: string | undefined): PepperSecret {
  const file = join(dataFolder, 'pepper')
  const kept = readIfThere(file)
  if (kept !== null && given !== undefined && kept.trim() !== given.trim()) {
    throw new CommandError(
      `PORTAL_PEPPER is not the secret in ${file}: unset it, or remove the file if the database was made with PORTAL_PEPPER.`,
    )
  }
  if (given !== undefined) return { kind: 'found', secret: given, place: 'PORTAL_PEPPER' }
  return kept === null
    ? { kind: 'missing', file }
    : { kind: 'found', secret: kept, place: `the secret in ${file}` }
}

/**
 * Makes the file, unless another process was first: then its secret counts.
 * @returns the secret that the file holds, and how to take the file back if it was made here
 * @throws where the file cannot be written
 */
export function makePepperSecret(file: string): { secret: string; takeBack: () => void } {
  const made = randomBytes(bytes).toString('base64url')
  // Linking a finished file is atomic: a second process never reads half a secret.
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(own, made, { mode: 0o600, flush: true })
  try {
    linkSync(own, file)
  } catch (error) {
    const kept = codeOf(error) === 'EEXIST' ? readIfThere(file) : null
    if (kept === null) throw error
    return { secret: kept, takeBack: () => undefined }
  } finally {
    rmSync(own)
  }
  return { secret: made, takeBack: () => rmSync(file, { force: true }) }
}

/** Null where there is no such file; anything else that keeps it from being read is a refusal. */
function readIfThere(file: string): string | null {
  const text = readText(file)
  if (text === null) return null
  if (text.trim().length < shortest) {
    throw new CommandError(
      `${file} is damaged: it holds no secret. Put the file back from a backup, or set PORTAL_PEPPER to what it held.`,
    )
  }
  // Windows keeps others out by the folder's own list.
  if (process.platform !== 'win32' && (statSync(file).mode & openToAll) !== 0) {
    throw new CommandError(
      `${file} lies open to everyone on this machine: close it (chmod 600 ${file}), then start again.`,
    )
  }
  return text
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return null
    throw new CommandError(
      `${file} cannot be read (${code}): let the portal read it, or set PORTAL_PEPPER to what it holds.`,
    )
  }
}

const systemError = z.object({ code: z.string() })

function codeOf(error: unknown): string {
  return systemError.safeParse(error).data?.code ?? 'unknown'
}
