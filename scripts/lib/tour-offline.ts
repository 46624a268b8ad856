/** The tour's day without the portal: it is taken away, and comes back. */
import type { RunningApp } from '../../tests/e2e/support/app.ts'
import { home, pressHome, signOut } from '../../tests/e2e/support/flows.ts'
import {
  lockKeys,
  lockPassword,
  lockScreen,
  turnOnLock,
  unlock,
} from '../../tests/e2e/support/lock-flows.ts'
import { connection } from '../../tests/e2e/support/offline-flows.ts'
import { openProfile, preferencesForm, profilePage } from '../../tests/e2e/support/profile-flows.ts'
import type { Say } from '../../tests/e2e/support/texts.ts'
import type { Show } from './pictures.ts'
import { startPortal } from './portal-process.ts'

export type StoppablePortal = {
  readonly stop: () => Promise<void>
  /** At the same address; answers it. */
  readonly start: () => Promise<string>
}

/** A portal that can be stopped and started again; it ends with `stack`. */
export function stoppablePortal(
  options: { readonly folder: string; readonly port: number },
  stack: AsyncDisposableStack,
): StoppablePortal {
  let running = new AsyncDisposableStack()
  const stop = async () => running.disposeAsync()
  stack.defer(stop)
  return {
    stop,
    start: async (): Promise<string> => {
      running = new AsyncDisposableStack()
      return startPortal({ ...options, isSmall: true }, running)
    },
  }
}

type OfflineTour = {
  readonly say: Say
  readonly show: Show
  readonly launch: () => Promise<RunningApp>
  readonly portal: StoppablePortal
}

/** The portal is away, and the app ended as in a crash: it opens all the same, and keeps an edit. */
export async function workOffline({ say, show, launch, portal }: OfflineTour): Promise<void> {
  await portal.stop()
  const app = await launch()
  const { page } = app
  const { chip, age, offline, pending, items, tryAgain, nothingWaits } = connection(page, say)
  await show('offline-home', page, async () => {
    await pressHome(page, say)
    await home(page, say).alerts.waitFor()
    await age.waitFor()
    await offline.waitFor()
  })
  await show('offline-profile', page, async () => {
    await openProfile(page, say)
    await age.waitFor()
    await preferencesForm(page, say).currency.selectOption('USD')
    await profilePage(page, say).save.click()
    await pending.waitFor()
    await pending.scrollIntoViewIfNeeded()
  })
  await show('offline-waiting', page, async () => {
    await chip.click()
    await items.first().waitFor()
  })
  await show('offline-sent', page, async () => {
    await portal.start()
    await tryAgain.click()
    await nothingWaits.waitFor()
  })
  await page.keyboard.press('Escape')
  await show('lock-settings', page, () => turnOnLock(page, say))
  await show('locked', page, async () => {
    await page.keyboard.press(lockKeys)
    await lockScreen(page, say).title.waitFor()
  })
  await show('unlocked', page, async () => {
    await unlock(page, say, lockPassword)
    await page.getByRole('heading', { name: say('profile:lock.heading') }).waitFor()
  })
  await signOut(page, say)
  await app.close()
}
