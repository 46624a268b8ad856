/**
 * The end of a start that failed. Without it a window would wait for ever for what does not come,
 * or nothing would show at all: the person reads what to do, the log has a line, the app ends.
 */
import { assertNever } from '../../../shared/assert-never.ts'
import type { start as texts } from '../../../shared/i18n/fr/start.ts'
import type { Texts } from '../../../shared/i18n/texts.ts'
import type { Language } from '../../../shared/languages.ts'
import { kindAndPlace, openLogFile } from '../../platform/log/log-file.ts'
import { errorCode } from '../../platform/files/storage-failure.ts'
import { startTexts } from './start-texts.ts'

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

function languageOr(language: () => Language, otherwise: Language): Language {
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
