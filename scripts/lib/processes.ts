/** Starting programs and stopping them again, alike on every platform. */
import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Starts a program that serves the app from behind. It stays out of the terminal's reach, where
 * Ctrl-C ends every process of the group at once: a keychain or a portal that ends before the app
 * leaves it no time to finish its work. Where the platform can, it ends with this process even
 * when that is killed.
 */
export function startBackgroundProcess(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const detached = process.platform !== 'win32'
  // Linux alone can signal a program that its parent died.
  const setpriv = process.platform === 'linux' ? findProgram('setpriv') : null
  return setpriv === null
    ? spawn(command, args, { ...options, detached })
    : spawn(setpriv, ['--pdeathsig', 'TERM', command, ...args], { ...options, detached })
}

export type Finished = { readonly code: number | null; readonly output: string }

/** Where `program` is on the PATH (or in the folders where Debian keeps daemons and Wine), else null. */
export function findProgram(program: string): string | null {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/sbin',
    '/usr/lib/wine',
  ]
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program]
  for (const folder of folders) {
    for (const name of names) {
      const path = join(folder, name)
      try {
        accessSync(path, constants.X_OK)
        return path
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  return null
}

/** Runs a program to its end and gathers what it wrote; never rejects for an exit code. */
export async function runCaptured(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Finished> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: string[] = []
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  const code = await exitOf(child)
  return { code, output: chunks.join('') }
}

/** Runs a program in this terminal and answers its exit code. */
export async function runInTerminal(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  return (await exitOf(child)) ?? 1
}

/** The exit code, or null where a signal ended the program. Rejects where it could not start. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code))
  })
}

/** Asks a program to end, waits, and ends it by force where it does not within `patienceMs`. */
export async function stop(child: ChildProcess, patienceMs = 5_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = new AbortController()
  const timeout = wait(patienceMs, 'late', { signal: patience.signal }).catch(() => 'done')
  if ((await Promise.race([exited, timeout])) === 'late') {
    child.kill('SIGKILL')
    await exited
  }
  patience.abort()
}

export type WaitOptions = { readonly timeoutMs: number; readonly everyMs?: number }

/** Asks again and again until `ask` answers something; null when `timeoutMs` is over. */
export async function waitFor<Answer>(
  ask: () => Promise<Answer | null>,
  { timeoutMs, everyMs = 50 }: WaitOptions,
): Promise<Answer | null> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each question must follow the wait before it
    const answer = await ask()
    if (answer !== null || Date.now() > deadline) return answer
    // oxlint-disable-next-line no-await-in-loop -- see above
    await wait(everyMs)
  }
}
