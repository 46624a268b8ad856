/** Updates put together: what is asked for by itself and what on a call, and the end of the app. */
import type { updatesRoutes, UpdatesState } from '../../shared/contract/app/updates.ts'
import { success } from '../../shared/contract/result.ts'
import type { HandlersOf } from '../ipc/router.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Configuration } from '../platform/configuration/configuration.ts'
import type { Notices } from '../platform/notices.ts'
import { forgetFormer, storesFolderIn } from '../store/former-files.ts'
import type { OpenUpdatesOptions, PackagedApp } from '../updates/open-updates.ts'
import { startSchedule } from '../updates/schedule.ts'
import { updatesFolder } from '../updates/trial.ts'
import { createNoUpdates, type Updates } from '../updates/updates.ts'

export type AppUpdates = {
  readonly handlers: HandlersOf<keyof typeof updatesRoutes>
  /** A page works: whatever version this is, it has come to its first screen. Never rejects. */
  readonly shown: () => Promise<void>
  /** The last thing that the app does, once all else is closed. Never rejects. */
  readonly installAtEnd: () => Promise<void>
  /** The system ends, and the app with it: nothing is installed now. */
  readonly forgo: () => void
  /** Nothing is asked by itself any more. */
  readonly close: () => void
}

/** @param options.packaged missing in development, which never updates itself */
export function createAppUpdates(
  options: Pick<OpenUpdatesOptions, 'fetch' | 'language' | 'log'> & {
    readonly packaged?: PackagedApp | undefined
    /** The profile's. */
    readonly folder: string
    readonly configuration: Configuration
    readonly notices: Notices
    readonly isOnline: () => boolean
    readonly outbox: Pick<Outbox, 'items'>
    /** Passes an event to the open window. */
    readonly tell: (name: 'updates.changed', state: UpdatesState) => void
  },
): AppUpdates {
  const { packaged, configuration, log, folder } = options
  let opening: Promise<Updates> | null = null

  async function open(): Promise<Updates> {
    if (packaged === undefined) return createNoUpdates({ kind: 'off', why: 'development' })
    // Until it is put right, nobody knows what an administrator wants.
    if (!configuration.ok) return createNoUpdates({ kind: 'off', why: 'noFeed' })
    const [{ openUpdates }, { openKnownReleases }] = await Promise.all([
      import('../updates/open-updates.ts'),
      import('../updates/known-releases.ts'),
    ])
    const known = openKnownReleases(updatesFolder(folder))
    await settle(packaged, known)
    return openUpdates({
      ...options,
      app: packaged,
      profile: folder,
      settings: configuration.updates,
      known,
      isSending: async () =>
        (await options.outbox.items()).some(({ state }) => state === 'sending'),
      onChange: (state) => options.tell('updates.changed', state),
    })
  }

  async function settle(app: PackagedApp, known: OpenUpdatesOptions['known']): Promise<void> {
    const { settleTrial } = await import('../updates/settle-trial.ts')
    try {
      await settleTrial({
        folder: updatesFolder(folder),
        version: app.version,
        known,
        tellWentBack: (version) =>
          options.notices.raise({ code: 'update_went_back', params: { version } }),
        log,
      })
      forgetFormer(storesFolderIn(folder))
    } catch (error) {
      log.failed('update not settled', error)
    }
  }

  const updates = () => (opening ??= open())
  const schedule = startSchedule({
    check: async () => (await updates()).check(),
    // No page has come up yet: this version may still be one to go back from.
    isOnline: () => opening !== null && options.isOnline(),
  })

  return {
    handlers: {
      'updates.read': async () => success((await updates()).state()),
      'updates.check': async () => (await updates()).check(),
      'updates.download': async () => (await updates()).download(),
      'updates.install': async (page) => (await updates()).install(page),
    },
    async shown() {
      await updates()
    },
    async installAtEnd() {
      // Where nobody has asked for it, there is nothing to install.
      if (opening !== null) await (await opening).installAtEnd()
    },
    forgo() {
      void opening?.then((opened) => opened.forgo())
    },
    close: schedule.stop,
  }
}
