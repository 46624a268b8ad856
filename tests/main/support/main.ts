/** Main without Electron: everything behind the IPC router, called as the renderer calls it. */
import { join } from 'node:path'
import type { z } from 'zod'
import type { MenuCommand } from '../../../src/shared/contract/app/routes.ts'
import type { EventName, RouteName } from '../../../src/shared/contract/channels.ts'
import type { Notice } from '../../../src/shared/contract/notices.ts'
import { appErrorSchema, type Result } from '../../../src/shared/contract/result.ts'
import {
  events,
  routes,
  type RouteInput,
  type RouteOutput,
} from '../../../src/shared/contract/routes.ts'
import type { PortalStatus } from '../../../src/shared/contract/offline/status.ts'
import type { SessionView } from '../../../src/shared/contract/identity/sessions.ts'
import {
  settingsFor,
  type ManagedSettings,
} from '../../../src/main/platform/configuration/managed-settings.ts'
import { effectiveLanguage } from '../../../src/main/platform/settings/settings-values.ts'
import type { Log } from '../../../src/main/platform/log/log.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import type { Desktop } from '../../../src/main/app/notifications.ts'
import type { Cover } from '../../../src/main/lock/lock-service.ts'
import type { AskWhereToSave } from '../../../src/main/platform/files/chosen-file.ts'
import type { PrintPage } from '../../../src/main/services/insights/month-pack.ts'
import type { OsKeychain } from '../../../src/main/platform/secrets/os-keychain.ts'
import type { PackagedApp } from '../../../src/main/updates/open-updates.ts'
import { createServices, type Services } from '../../../src/main/app/services.ts'
import { openSettings, type Settings } from '../../../src/main/platform/settings/settings.ts'
import { net } from '../../host/net.ts'
import { createMemoryKeychain } from './memory-keychain.ts'

export type MainOptions = {
  readonly portalUrl: string
  /** What an administrator has set. */
  readonly managed?: Partial<ManagedSettings>
  /** The profile folder: the same one again is a second start of the app. */
  readonly folder: string
  readonly keychain?: OsKeychain
  readonly fetch?: Fetch
  readonly timeoutMs?: number
  readonly patienceMs?: number
  readonly savePatienceMs?: number
  readonly log?: Log
  /** What the person answers the system's box; closes it unless said otherwise. */
  readonly askWhereToSave?: AskWhereToSave
  /** What becomes of a page on paper; empty unless said otherwise. */
  readonly printPage?: PrintPage
  /** The table that they choose; none unless said otherwise. */
  readonly askWhichTable?: () => Promise<string | null>
  /** The documents that they choose; none unless said otherwise. */
  readonly askWhichDocuments?: () => Promise<readonly string[]>
  /** What the system makes of a file; takes it unless said otherwise. */
  readonly openFile?: (path: string) => Promise<string>
  readonly systemLocale?: string
  /** What the system makes of an address; keeps it in `opened` unless said otherwise. */
  readonly openExternal?: (address: string) => Promise<void>
  readonly cover?: Cover
  readonly desktop?: Desktop
  /** How it was installed; a development start unless said otherwise. */
  readonly packaged?: PackagedApp
  /** This computer's clock, as the lock and the lease see it. */
  readonly now?: () => number
}

const nothing = () => undefined

export type TestMain = {
  readonly services: Services
  readonly settings: Settings
  readonly call: <Name extends RouteName>(
    name: Name,
    input: RouteInput<Name>,
  ) => Promise<Result<RouteOutput<Name>>>
  /** As `call`, for what must succeed. */
  readonly ask: <Name extends RouteName>(
    name: Name,
    input: RouteInput<Name>,
  ) => Promise<RouteOutput<Name>>
  readonly notices: readonly Notice[]
  readonly views: readonly SessionView[]
  readonly requested: readonly string[]
  /** What the page was told to be another, a name each. */
  readonly changed: readonly string[]
  readonly statuses: readonly PortalStatus[]
  /** What the page was told to do, as by the menu. */
  readonly commands: readonly MenuCommand[]
  readonly logged: readonly string[]
  readonly opened: readonly string[]
}

/** `net.fetch` as it behaves where the app runs on Chromium: Node's, failing in Chromium's words. */
export const hostFetch: Fetch = (url, init) => net.fetch(url, init)

const page = { url: 'app://services-online/', parent: null }

type OutputTable = { readonly [Name in RouteName]: { output: z.ZodType<RouteOutput<Name>> } }
const outputs: OutputTable = routes

export function startMain(options: MainOptions): TestMain {
  const notices: Notice[] = []
  const views: SessionView[] = []
  const logged: string[] = []
  const opened: string[] = []
  const requested: string[] = []
  const changed: string[] = []
  const statuses: PortalStatus[] = []
  const commands: MenuCommand[] = []
  const settings = openSettings(join(options.folder, 'settings.json'), (notice) => {
    services.notices.raise(notice)
  })
  function send(name: EventName, payload: unknown): void {
    if (name === 'session.changed') views.push(events[name].parse(payload))
    if (name === 'notice.raised') notices.push(events[name].parse(payload))
    if (name === 'resource.changed') changed.push(...events[name].parse(payload).resources)
    if (name === 'menu.chosen') commands.push(events[name].parse(payload))
    if (name === 'status.changed') statuses.push(events[name].parse(payload))
    if (name === 'page.requested') requested.push(events[name].parse(payload).address)
  }

  const services = createServices({
    environment: { device: { name: 'Test', platform: 'linux' } },
    configuration: {
      ok: true,
      ...settingsFor(new URL(options.portalUrl)),
      ...options.managed,
      managed: { settings: [], sources: [] },
    },
    folder: options.folder,
    settings,
    language: () => effectiveLanguage(settings.values(), ['fr-BE']),
    systemLocale: () => options.systemLocale ?? 'fr-BE',
    version: '0.1.0',
    builtAt: new Date('2026-01-01'),
    log: options.log ?? recordingLog(logged),
    fetch: options.fetch ?? hostFetch,
    osKeychain: options.keychain ?? createMemoryKeychain(),
    openExternal:
      options.openExternal ??
      (async (url) => {
        opened.push(url)
      }),
    askWhereToSave: options.askWhereToSave ?? (async () => null),
    askWhichDocuments: options.askWhichDocuments ?? (async () => []),
    openFile: options.openFile ?? (async () => ''),
    printPage: options.printPage ?? (async () => new Uint8Array()),
    askWhichTable: options.askWhichTable ?? (async () => null),
    tableWorker: new URL('../../../src/main/tables/table-worker.ts', import.meta.url),
    send,
    copyText: async () => undefined,
    onMenuChange: () => undefined,
    desktop: options.desktop ?? { notify: nothing, withdraw: nothing, seenPath: () => null },
    cover: options.cover ?? { hide: nothing, show: nothing, lift: nothing },
    now: options.now,
    packaged: options.packaged,
    // Enough to be what it is; the usual ones take a second each.
    lockCosts: { N: 2 ** 10, r: 8, p: 1 },
    timeoutMs: options.timeoutMs ?? 5_000,
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
    ...(options.savePatienceMs === undefined ? {} : { savePatienceMs: options.savePatienceMs }),
  })

  async function call<Name extends RouteName>(
    name: Name,
    input: RouteInput<Name>,
  ): Promise<Result<RouteOutput<Name>>> {
    const answer = await services.router(page, name, input)
    if (!answer.ok) return { ok: false, error: appErrorSchema.parse(answer.error) }
    const table: OutputTable[Name] = outputs[name]
    return { ok: true, data: table.output.parse(answer.data) }
  }

  return {
    services,
    settings,
    call,
    async ask(name, input) {
      const result = await call(name, input)
      if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.error)}`)
      return result.data
    },
    notices,
    views,
    requested,
    changed,
    statuses,
    commands,
    logged,
    opened,
  }
}

export function recordingLog(lines: string[]): Log {
  const add = (event: string, fields?: object) => {
    lines.push(JSON.stringify({ event, ...fields }))
  }
  return {
    info: add,
    warn: add,
    error: add,
    failed: (event, error) => add(event, { error: String(error) }),
  }
}
