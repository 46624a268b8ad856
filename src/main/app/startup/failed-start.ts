/**
 * The end of a start that failed. Without it a window would wait for ever for what does not come,
 * or nothing would show at all: the person reads what to do, the log has a line, the app ends.
 */
import { accessSync, constants, mkdirSync } from 'node:fs'
import { assertNever } from '../../../shared/assert-never.ts'
import { type start as texts, start as fr } from '../../../shared/i18n/fr/start.ts'
import type { Texts } from '../../../shared/i18n/texts.ts'
import type { Language } from '../../../shared/languages.ts'
import { kindAndPlace, openLogFile } from '../../platform/log/log-file.ts'
import { errorCode } from '../../platform/files/write-file.ts'
import { start as de } from '../../../shared/i18n/de/start.ts'
import { start as en } from '../../../shared/i18n/en/start.ts'
import { start as es } from '../../../shared/i18n/es/start.ts'
import { start as it } from '../../../shared/i18n/it/start.ts'
import { start as nl } from '../../../shared/i18n/nl/start.ts'

export type StartFailure =
  /** A switch on the command line that the app does not start with; without its value. */
  | { readonly kind: 'switch'; readonly name: string }
  /** The profile folder is not there and cannot be made, or cannot be written. */
  | { readonly kind: 'folder'; readonly path: string; readonly error: unknown }
  | PageFailure

/** What can also come of the first page. */
export type PageFailure =
  /** A file of the installation is missing or broken. */
  | { readonly kind: 'damaged'; readonly error: unknown }
  | { readonly kind: 'unexpected'; readonly error: unknown }

/** What the installation is made of does not load, or is not there. */
const damages = new Set(['ENOENT', 'ERR_MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED', 'ERR_INVALID_ASAR'])

/** Whether `error` says that files of the app are damaged, or is one that nobody expected. */
export function startFailureOf(error: unknown): PageFailure {
  const damaged = damages.has(errorCode(error)) || error instanceof SyntaxError
  return { kind: damaged ? 'damaged' : 'unexpected', error }
}

export type FailedStartOptions = {
  /** Throws where it cannot be known yet; the box is then in French. */
  readonly language: () => Language
  readonly logFile: string
  readonly showErrorBox: (title: string, content: string) => void
  readonly exit: (code: number) => void
}

/** Ends the app with code 1 at the first call; further ones are of the same failure. */
export function createFailedStart(options: FailedStartOptions): (failure: StartFailure) => void {
  let failed = false
  return (failure) => {
    if (failed) return
    failed = true
    writeLine(options.logFile, failure)
    const { title, next } = boxOf(failure, startTexts[languageOr(options.language, 'fr')])
    try {
      options.showErrorBox(title, next)
    } finally {
      options.exit(1)
    }
  }
}

/** The person's language where it is known yet. */
export function languageOr(language: () => Language, otherwise: Language): Language {
  try {
    return language()
  } catch {
    return otherwise
  }
}

/** In the form of the log's other lines, without its library: that may be what does not load. */
function writeLine(path: string, failure: StartFailure): void {
  const cause = failure.kind === 'switch' ? {} : kindAndPlace(failure.error)
  const line = {
    level: 60,
    time: new Date().toISOString(),
    failure: failure.kind,
    ...cause,
    msg: 'start failed',
  }
  openLogFile(path)(`${JSON.stringify(line)}\n`)
}

function boxOf(failure: StartFailure, said: Texts<typeof texts>): { title: string; next: string } {
  const { title } = said
  switch (failure.kind) {
    case 'switch':
      return { title, next: said.switch.replace('{{name}}', () => shown(failure.name)) }
    case 'folder':
      return { title, next: said.folder.replace('{{path}}', () => failure.path) }
    case 'damaged':
      return { title, next: said.damaged }
    case 'unexpected':
      return { title, next: said.unexpected }
    default:
      return assertNever(failure)
  }
}

/** Anyone may have written it: as much of it as names a switch, and no sentence of theirs. */
function shown(name: string): string {
  return `--${/^[\w-]{1,60}/.exec(name)?.[0] ?? '…'}`
}

/**
 * Makes the profile folder where it is missing, and throws what the file system says where it cannot
 * be had or written: Chromium's lock for a single instance lies there too, and where it cannot, the
 * app would take itself for a second one and end without a word.
 */
export function prepareProfileFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  accessSync(path, constants.R_OK | constants.W_OK)
}

/** In main's bundle, all six: a start that fails can load nothing more. */
export const startTexts: Readonly<Record<Language, Texts<typeof fr>>> = { fr, nl, en, de, es, it }

/**
 * Catches every stray error from now on.
 * @param handle what to do with one until told otherwise
 * @returns what tells otherwise
 */
export function catchStrayErrors(
  handle: (error: unknown) => void,
): (next: (error: unknown) => void) => void {
  let present = handle
  process.on('uncaughtException', (error) => present(error))
  process.on('unhandledRejection', (error) => present(error))
  return (next) => {
    present = next
  }
}
