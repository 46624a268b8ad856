/**
 * The first starts of a new version. The version that installs it leaves a note; the new one counts
 * its starts in it until a page of it works. Read before the window opens, without the schema library:
 * where there is no note, as nearly always, that is one attempt to open a file.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The installer of the version before, or the file that it was. */
export type Former = { readonly path: string; readonly sha512: string }

export type Trial = {
  readonly from: string
  readonly to: string
  /** Starts of `to` that have not come to a page that works. */
  readonly starts: number
  /** Null where there is none to go back to. */
  readonly former: Former | null
  /** Whether the installer of `from` was started, to go back. */
  readonly goesBack: boolean
}

/** A second chance: what failed once may have been this computer's mood. */
const mostStarts = 2

/** The folder of what updates remember, in the profile's. */
export function updatesFolder(profile: string): string {
  return join(profile, 'updates')
}

const pathIn = (folder: string) => join(folder, 'trial.json')

/** @param folder that of `updatesFolder`; null where nothing is being tried, or nobody can tell */
export function readTrial(folder: string): Trial | null {
  try {
    return trialOf(JSON.parse(readFileSync(pathIn(folder), 'utf8')))
  } catch {
    return null
  }
}

/** Durable before the installer runs. @throws what the file system throws */
export function writeTrial(folder: string, trial: Trial): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(pathIn(folder), `${JSON.stringify(trial)}\n`, { mode: 0o600, flush: true })
}

/** It is over. @throws what the file system throws */
export function endTrial(folder: string): void {
  rmSync(pathIn(folder), { force: true })
}

/**
 * Counts this start where `version` is on trial.
 * @returns the trial where it has failed too often, and the app is to go back; null to start on
 */
export function countStart(folder: string, version: string): Trial | null {
  const trial = readTrial(folder)
  if (trial === null || trial.to !== version) return null
  if (trial.goesBack || trial.starts >= mostStarts) return trial
  try {
    writeTrial(folder, { ...trial, starts: trial.starts + 1 })
  } catch {
    // A disk that takes nothing must not keep the app from starting.
  }
  return null
}

function trialOf(json: unknown): Trial | null {
  const fields = fieldsOf(json)
  const [from, to, starts] = [fields.get('from'), fields.get('to'), fields.get('starts')]
  if (typeof from !== 'string' || typeof to !== 'string' || typeof starts !== 'number') return null
  const goesBack = fields.get('goesBack') === true
  return { from, to, starts, former: formerOf(fieldsOf(fields.get('former'))), goesBack }
}

function formerOf(fields: ReadonlyMap<string, unknown>): Former | null {
  const [path, sha512] = [fields.get('path'), fields.get('sha512')]
  return typeof path === 'string' && typeof sha512 === 'string' ? { path, sha512 } : null
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}
