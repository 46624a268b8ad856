/**
 * The whole app with the real portal and the real keychain, on Electron where its binary is
 * present, else on the Chromium host.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { launchApp, type RunningApp } from '../../tests/e2e/support/app.ts'
import { home, regular, signIn, signOut, wired } from '../../tests/e2e/support/flows.ts'
import { loadTexts, type Say } from '../../tests/e2e/support/texts.ts'
import { ensureDebianPackages } from '../lib/debian.ts'
import { freePort, startPortal } from '../lib/portal-process.ts'
import { startPrivateKeychain } from '../lib/secret-service.ts'
import type { Section } from './report.ts'
import { measureRoundTrips, type RoundTrips } from './round-trips.ts'
import { median, medianRatio } from './statistics.ts'

const turns = 30

/** One computer: a profile and a keychain that stay from start to start. */
export type Computer = {
  readonly profile: string
  /** Starts the app, or another one in its place: the folder of its `out/`. */
  readonly launch: (build?: string) => Promise<RunningApp>
}

/**
 * A computer that `stack` takes away again, and a portal that `portalStack` stops.
 * @throws where a package, the keychain or the portal cannot be had
 */
export async function prepareComputer(
  stack: AsyncDisposableStack,
  portalStack: AsyncDisposableStack,
): Promise<Computer> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-bench-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  const onLinux = process.platform === 'linux'
  if (onLinux) await ensureDebianPackages(['chromium', 'gnome-keyring', 'dbus'])
  const env = onLinux ? await startPrivateKeychain(join(folder, 'keyring'), stack) : {}
  const portal = { folder: join(folder, 'portal'), port: await freePort(0), isSmall: true }
  const portalUrl = await startPortal(portal, portalStack)
  const profile = join(folder, 'profile')
  const keychain = `Atradius Services Online (bench ${randomUUID()})`
  const launch = async (build?: string) => {
    const other = build === undefined ? {} : { build }
    const app = await launchApp({ profile, portalUrl, keychain, env, ...other })
    stack.defer(app.kill)
    return app
  }
  return { profile, launch }
}

const shownSchema = z.object({ msg: z.literal('window shown'), ms: z.number() })

/** Milliseconds from the start of main's process to the shown window, for each start so far. */
function windowTimes(profile: string): number[] {
  const lines = readFileSync(join(profile, 'logs', 'main.log'), 'utf8')
    .trim()
    .split('\n')
  return lines.flatMap((line) => {
    const shown = shownSchema.safeParse(JSON.parse(line))
    return shown.success ? [shown.data.ms] : []
  })
}

/** Resolves once the first page of Serv@Net is there with its alerts. */
export async function showsHome({ page }: RunningApp, say: Say): Promise<void> {
  await home(page, say).banner.waitFor()
  await home(page, say).alerts.waitFor()
}

/** Signs in to stay, sees the first page, and quits. */
export async function signInOnce({ launch }: Computer, say: Say): Promise<void> {
  const app = await launch()
  await app.page.goto(new URL('/sign-in', app.page.url()).href)
  await wired(app.page)
  await signIn(app.page, say, regular.fr)
  await showsHome(app, say)
  await app.close()
}

type Returns = { readonly resume: number[]; readonly trips: RoundTrips; readonly runtime: string }

/** Starts the app again and again as the person who is signed in, and times the way to home. */
async function comeBack({ launch }: Computer, say: Say, runs: number): Promise<Returns> {
  const resume: number[] = []
  for (let run = 0; ; run += 1) {
    const start = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one start after the other
    const app = await launch()
    // oxlint-disable-next-line no-await-in-loop -- see above
    await showsHome(app, say)
    resume.push(performance.now() - start)
    if (run + 1 >= runs) {
      // oxlint-disable-next-line no-await-in-loop -- the last start also answers questions
      const trips = await measureRoundTrips(app.page, turns)
      // oxlint-disable-next-line no-await-in-loop -- leaves nothing in the keychain
      await signOut(app.page, say)
      // oxlint-disable-next-line no-await-in-loop -- see above
      await app.close()
      return { resume, trips, runtime: app.runtime }
    }
    // oxlint-disable-next-line no-await-in-loop -- see above
    await app.close()
  }
}

const ms = (values: readonly number[]): string => `${median(values).toFixed(2)} ms`

/**
 * Measures the start of the app and its questions to main.
 * @param runs how often the app is started
 */
export async function benchApp(runs: number): Promise<Section> {
  await using stack = new AsyncDisposableStack()
  const say = await loadTexts('fr')
  const computer = await prepareComputer(stack, stack)
  await signInOnce(computer, say)
  const { resume, trips, runtime } = await comeBack(computer, say, runs)
  const shown = windowTimes(computer.profile).slice(1)
  return {
    title: `App on ${runtime === 'electron' ? 'Electron' : 'the Chromium host'}: medians of ${runs} starts`,
    figures: [
      {
        name: 'IPC round trip (app.state)',
        value: ms(trips.bridge),
        against: `bare binding ${ms(trips.bare)}`,
        measure: medianRatio(trips.bridge, trips.bare),
        unit: '×',
      },
      {
        name: 'main ready',
        value: 'process start to window',
        against: '',
        measure: median(shown),
        unit: 'ms',
      },
      {
        name: 'resume',
        value: 'process start to home',
        against: `of it until the window ${ms(shown)}`,
        measure: median(resume),
        unit: 'ms',
      },
    ],
  }
}
