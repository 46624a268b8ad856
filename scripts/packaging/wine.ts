/** A computer with Windows that is none: a folder in which Debian's Wine runs programs. */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import pRetry from 'p-retry'
import { Failure } from '../lib/failure.mjs'
import { findProgram, runInTerminal, waitFor, type Finished } from '../lib/processes.ts'

/** Far more than any of them takes: one that waits for an answer must not hold up the checks. */
const patienceMs = 120_000

/** Windows' folders for the person whom Wine runs programs for, as this system names them. */
export type Folders = {
  readonly localData: string
  readonly roamingData: string
  readonly startMenu: string
  readonly startMenuOfEveryone: string
  readonly desktop: string
  readonly programs: string
  readonly programData: string
}

export type Wine = {
  readonly folders: Folders
  /** Its exit code comes modulo 256, as Linux has them; its words are in `output`. */
  readonly run: (
    program: string,
    args?: readonly string[],
    variables?: Readonly<Record<string, string>>,
  ) => Promise<Finished>
  /** A key's own values by their names, the unnamed one as `(Default)`; null where there is no key. */
  readonly registry: (key: string) => Promise<ReadonlyMap<string, string> | null>
  readonly writeRegistry: (key: string, name: string, value: string) => Promise<void>
  readonly removeRegistry: (key: string) => Promise<void>
  /** Which Windows programs take it for: `win7`, `win10`. */
  readonly pretend: (version: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** The name of a file of this system within Windows. */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`

/** Values of `reg query`, a line each: four spaces, a name, a type, what it holds. */
function parseValues(output: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const line of output.split(/\r?\n/)) {
    const [, name, value] = /^ {4}(.+?) {4}REG_\w+ {4}(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) values.set(name, value)
  }
  return values
}

function foldersOf(drive: string): Folders {
  const person = readdirSync(join(drive, 'users')).find((name) => name !== 'Public')
  const home = join(drive, 'users', person ?? '')
  const roamingData = join(home, 'AppData/Roaming')
  const programData = join(drive, 'ProgramData')
  return {
    localData: join(home, 'AppData/Local'),
    roamingData,
    startMenu: join(roamingData, 'Microsoft/Windows/Start Menu/Programs'),
    startMenuOfEveryone: join(programData, 'Microsoft/Windows/Start Menu/Programs'),
    desktop: join(home, 'Desktop'),
    programs: join(drive, 'Program Files'),
    programData,
  }
}

/**
 * Sets one up in `folder`, with the 64-bit half of Wine alone, which has to be installed.
 * @throws {Failure} where Wine does not start
 */
export async function openWine(folder: string): Promise<Wine> {
  const wine = findProgram('wine64') ?? 'wine64'
  const server = findProgram('wineserver64') ?? 'wineserver64'
  const env = {
    ...process.env,
    WINEPREFIX: folder,
    WINEDEBUG: '-all',
    // Its desktop and documents are links into the home folder of whoever runs it.
    HOME: join(folder, 'home'),
    // Neither .NET nor a browser, which it would offer to download, nor menus for this system's desktop.
    WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
    // Silent runs need no screen; a box that is shown all the same closes itself.
    DISPLAY: '',
  }
  // Into a file: Windows' services, which outlive a program, would hold the end of a pipe open.
  const run: Wine['run'] = async (program, args = [], variables = {}) => {
    const written = join(folder, `output-${randomUUID()}.txt`)
    const file = openSync(written, 'w')
    const code = await runInTerminal(wine, [program, ...args], {
      env: { ...env, ...variables },
      stdio: ['ignore', file, file],
      timeout: patienceMs,
      cwd: '/',
    })
    closeSync(file)
    const output = readFileSync(written, 'utf8')
    rmSync(written)
    return { code, output }
  }
  // Wine's own programs end at once now and then, without a word; what is asked of them can be asked again.
  const succeed = (program: string, args: readonly string[]) =>
    pRetry(
      async () => {
        const { code, output } = await run(program, args)
        if (code === 0) return
        const asked = `${program} ${args.join(' ')}`
        throw new Failure(`${asked} under Wine: code ${code}, ${output}`, 'Look at Wine itself.')
      },
      { retries: 2, minTimeout: 500 },
    )

  const quiet = { env, stdio: 'ignore', timeout: patienceMs } as const
  mkdirSync(env.HOME, { recursive: true })
  await succeed('wineboot', ['-i'])
  // From now on its server stays, which makes each program start in a third of the time.
  await runInTerminal(server, ['-w'], quiet)
  await runInTerminal(server, ['-p'], quiet)
  await succeed('winecfg', ['-v', 'win10'])
  return {
    folders: foldersOf(join(folder, 'drive_c')),
    run,
    async registry(key) {
      const { code, output } = await run('reg', ['query', key])
      return code === 0 ? parseValues(output) : null
    },
    writeRegistry: (key, name, value) =>
      succeed('reg', ['add', key, '/v', name, '/d', value, '/f']),
    removeRegistry: (key) => succeed('reg', ['delete', key, '/f']),
    pretend: (version) => succeed('winecfg', ['-v', version]),
    async close() {
      await runInTerminal(server, ['-k'], quiet)
      await runInTerminal(server, ['-w'], quiet)
    },
  }
}

async function waitUntil(path: string, present: boolean): Promise<void> {
  const seen = await waitFor(() => Promise.resolve(existsSync(path) === present ? path : null), {
    timeoutMs: patienceMs,
  })
  const state = present ? 'did not appear' : 'did not go away'
  if (seen === null) throw new Failure(`${path} ${state}.`, 'Look into resources/installer.')
}

/** @throws {Failure} where the file does not appear in good time */
export const waitForFile = (path: string): Promise<void> => waitUntil(path, true)

/** @throws {Failure} where the file or folder is still there after a good while */
export const waitUntilGone = (path: string): Promise<void> => waitUntil(path, false)
