/** The portal of a journey: a process of its own, on data of its own. */
import { cpSync } from 'node:fs'
import { freePort, portalProgram, startPortal } from '../../../scripts/lib/portal-process.ts'
import { runCaptured } from '../../../scripts/lib/processes.ts'

export type JourneyPortal = {
  readonly url: string
  readonly folder: string
  /** What a contact person does on the portal's command line; answers what it printed. */
  readonly command: (...args: readonly string[]) => Promise<string>
  /** Ends it, lets `meanwhile` work on its folder, and starts it again at the same address. */
  readonly restart: (meanwhile?: () => void) => Promise<void>
}

export type JourneyPortalOptions = {
  readonly folder: string
  /** What `prepareDemoData` has left there. */
  readonly demoData: string
  readonly flags: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/**
 * Lets a portal put the demonstration into `folder`, for journeys to begin with a copy: hashing its
 * passwords and answers takes longer than all the rest of a portal's start.
 */
export async function prepareDemoData(folder: string): Promise<void> {
  await using stack = new AsyncDisposableStack()
  await startPortal({ folder, port: await freePort(0), isSmall: true }, stack)
}

/** Starts a portal on a copy of `demoData`; it ends with `stack`. */
export async function startJourneyPortal(
  { folder, demoData, flags, env }: JourneyPortalOptions,
  stack: AsyncDisposableStack,
): Promise<JourneyPortal> {
  cpSync(demoData, folder, { recursive: true })
  const port = await freePort(0)
  const start = async () => {
    const running = new AsyncDisposableStack()
    const url = await startPortal({ folder, port, isSmall: true, flags, env }, running)
    return { running, url }
  }
  let { running, url } = await start()
  stack.defer(() => running.disposeAsync())
  return {
    url,
    folder,
    command: async (...args) => {
      const all = [portalProgram, ...args, '--data', folder]
      const { code, output } = await runCaptured(process.execPath, all, {
        env: { ...process.env, ...env },
      })
      if (code !== 0) throw new Error(output)
      return output
    },
    restart: async (meanwhile) => {
      await running.disposeAsync()
      meanwhile?.()
      ;({ running } = await start())
    },
  }
}
