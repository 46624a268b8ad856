/**
 * Updates, quietly found and fetched, and installed when the person says so or quits. One thing at a
 * time; what is known of it is one state, told whenever it changes.
 */
import type { UpdatesState } from '../../shared/contract/app/updates.ts'
import { failure, success, type AppError } from '../../shared/contract/result.ts'
import type { Language } from '../../shared/languages.ts'
import type { Log } from '../platform/log/log.ts'
import type { Engine } from './engine.ts'
import type { Fetched, Installer } from './installer.ts'
import type { KnownReleases } from './known-releases.ts'
import { notesOf, type Release } from './release.ts'
import { appErrorOf } from './update-error.ts'
import type { Updates } from './updates.ts'

/** As `UpdatesState`, with the release instead of what is told of it. */
type Present =
  | Exclude<UpdatesState, { readonly version: string }>
  | { readonly kind: 'available' | 'ready' | 'installing'; readonly release: Release }
  | { readonly kind: 'downloading'; readonly release: Release; readonly percent: number }

export type UpdateCycleOptions = {
  /** Whether what was found is fetched unasked. */
  readonly mode: 'automatic' | 'ask'
  readonly engine: () => Promise<Engine>
  readonly installer: () => Promise<Installer>
  readonly known: KnownReleases
  readonly language: () => Language
  /** Whether an edit is on its way to the portal. */
  readonly isSending: () => Promise<boolean>
  /** Ends the app, in its usual order. */
  readonly quit: () => void
  /** Opens the app again after it has ended. */
  readonly relaunch: () => void
  readonly onChange: (state: UpdatesState) => void
  readonly log: Log
}

/** Begins with nothing known; asks nothing by itself. */
export function createUpdateCycle(options: UpdateCycleOptions): Updates {
  const { mode, known, language, log } = options
  let present: Present = { kind: 'upToDate', checkedAt: null }
  let found: Release | null = null
  let fetched: Fetched | null = null
  /** The version that the person has asked for: it is fetched on without asking again. */
  let wanted: string | null = null
  let checking: Promise<void> | null = null
  let forgone = false
  /** The person has said so, and what has to be done before is being done. */
  let beginning = false

  function become(next: Present): void {
    present = next
    options.onChange(view())
  }

  function view(): UpdatesState {
    if (!('release' in present)) return present
    const { release, ...state } = present
    const { version } = release
    return state.kind === 'installing'
      ? { kind: state.kind, version }
      : { ...state, version, notes: notesOf(release, language()) }
  }

  const answer = () => success(view())

  function fail(error: AppError, retry: 'check' | 'download' | 'install'): void {
    become({ kind: 'failed', error, version: found?.version ?? null, retry })
  }

  async function ask(): Promise<void> {
    become({ kind: 'checking' })
    try {
      found = await (await options.engine()).find()
    } catch (error) {
      log.failed('update check failed', error)
      return fail(appErrorOf(error, 'update_feed_refused'), 'check')
    }
    if (found === null) return become({ kind: 'upToDate', checkedAt: new Date().toISOString() })
    log.info('update found', { version: found.version })
    if (known.values().notInstalled === found.version && wanted !== found.version) {
      return fail({ code: 'update_not_installed' }, 'download')
    }
    become({ kind: 'available', release: found })
    // The check is answered now; the file takes its time.
    if (mode === 'automatic' || wanted === found.version) void fetchFound(found)
  }

  async function fetchFound(release: Release): Promise<void> {
    become({ kind: 'downloading', release, percent: 0 })
    try {
      const path = await (await options.engine()).fetch(tellPercent)
      fetched = { release, path }
    } catch (error) {
      log.failed('update not fetched', error)
      return fail(appErrorOf(error, 'update_file_refused'), 'download')
    }
    log.info('update ready', { version: release.version })
    become({ kind: 'ready', release })
  }

  function tellPercent(percent: number): void {
    if (present.kind === 'downloading' && present.percent !== percent) {
      become({ ...present, percent })
    }
  }

  /** Null where it may be installed. */
  async function reasonToWait(unsaved: boolean): Promise<AppError | null> {
    if (unsaved) return { code: 'update_typed_unsaved' }
    return (await options.isSending()) ? { code: 'update_edits_sending' } : null
  }

  async function prepare(update: Fetched): Promise<boolean> {
    try {
      await (await options.installer()).prepare(update)
      return true
    } catch (error) {
      log.failed('update not prepared', error)
      fetched = null
      fail(appErrorOf(error, 'update_not_installed'), 'download')
      return false
    }
  }

  async function run(update: Fetched, restart: boolean): Promise<void> {
    try {
      log.info('update begins', { version: update.release.version })
      await (await options.installer()).run(update, restart)
    } catch (error) {
      log.failed('update not installed', error)
      await known.update({ notInstalled: update.release.version }).catch(() => undefined)
      if (restart) options.relaunch()
    }
  }

  return {
    state: view,
    async check() {
      const isIdle = fetched === null && present.kind !== 'downloading'
      if (isIdle) {
        checking ??= ask().finally(() => {
          checking = null
        })
      }
      await checking
      return answer()
    },
    async download() {
      const mayBegin = present.kind === 'available' || present.kind === 'failed'
      if (found === null || !mayBegin) return answer()
      wanted = found.version
      void fetchFound(found)
      return answer()
    },
    async install({ unsaved }) {
      if (fetched === null || beginning) return answer()
      beginning = true
      const wait = await reasonToWait(unsaved)
      const begins = wait === null && (await prepare(fetched))
      if (begins) {
        become({ kind: 'installing', release: fetched.release })
        options.quit()
      }
      // Once it closes, it closes.
      beginning = begins
      return wait === null ? answer() : failure(wait)
    },
    async installAtEnd() {
      if (fetched === null || forgone) return
      const restart = present.kind === 'installing'
      if (restart || (await prepare(fetched))) await run(fetched, restart)
    },
    forgo() {
      forgone = true
    },
  }
}
