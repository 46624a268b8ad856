/**
 * What the command line of a packaged start may carry. Chromium reads its switches from it, and
 * among them are some that redirect or record what is sent (`--proxy-server`,
 * `--host-resolver-rules`, `--ssl-key-log-file`), open the pages to others
 * (`--remote-debugging-port`) or take away their protection (`--no-sandbox`).
 */

/** By name, with the form of its value; everything else is refused. */
const allowed: ReadonlyMap<string, RegExp> = new Map([
  // For a display or a driver in trouble, and for assistive technology that Chromium overlooks.
  ['disable-gpu', /^$/],
  ['force-device-scale-factor', /^\d(?:\.\d{1,3})?$/],
  ['force-renderer-accessibility', /^$/],
  ['lang', /^[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?$/],
  // The installer's word that it replaced an earlier version.
  ['updated', /^$/],
])

/** Nothing after it is a switch, neither to Chromium nor here. */
const terminator = '--'

/**
 * The names, without dashes and values, of switches that the app does not start with.
 * @param args what follows the program's own path
 * @param platform Windows also takes `/name` for a switch
 */
export function refusedSwitches(args: readonly string[], platform: NodeJS.Platform): string[] {
  const end = args.indexOf(terminator)
  return (end === -1 ? args : args.slice(0, end)).flatMap((argument) => {
    const found = switchIn(argument, platform)
    return found === null || allowed.get(found.name)?.test(found.value) === true ? [] : [found.name]
  })
}

/** What stands after the terminator: what a link's registration passes on, and no switch. */
export function afterSwitches(args: readonly string[]): readonly string[] {
  const end = args.indexOf(terminator)
  return end === -1 ? [] : args.slice(end + 1)
}

type Switch = { readonly name: string; readonly value: string }

function switchIn(argument: string, platform: NodeJS.Platform): Switch | null {
  // Chromium looks past spaces around an argument.
  const pattern = platform === 'win32' ? /^(?:--|-|\/)([^=]+)=?(.*)$/s : /^--?([^=]+)=?(.*)$/s
  const [, name, value] = pattern.exec(argument.trim()) ?? []
  return name === undefined || value === undefined ? null : { name, value }
}

/**
 * Variables of the environment that would put other code into this process, record what it does or
 * change how it checks others. Whole families go, so that one that a later version of Electron, Node
 * or a library brings is not heard either. Removing them here is in time: what reads them is loaded,
 * or started, later. Those that count before any line of the app runs (`NODE_OPTIONS`,
 * `NODE_EXTRA_CA_CERTS`, `ELECTRON_RUN_AS_NODE`) are the package's fuses' to refuse.
 */
const never = /^NAPI_RS_(?:FORCE_WASI|WASI_FLAVOR)$/
const neverPackaged = new RegExp(
  [
    // Electron's and Node's: logs, coverage, caches of compiled code, proxies, certificates.
    '^(?:ELECTRON|NODE)_',
    // Where Chromium writes its log, and what it takes for its sandbox.
    '^(?:CHROME|CHROMIUM|SBX_CHROME)_',
    // Another library in the keychain's place; where SQLite puts what does not fit into memory.
    '^(?:NAPI_RS|SQLITE)_',
    // The keys of every connection, written to a file; other roots of trust.
    '^SSL_?KEYLOGFILE$|^SSL_CERT_(?:FILE|DIR)$|^OPENSSL_',
  ].join('|'),
)
/** The system's own word on how windows are drawn, and Electron's on which entry of the menu it is. */
const harmless = new Set(['ELECTRON_OZONE_PLATFORM_HINT', 'CHROME_DESKTOP'])

/** @param environment is changed: the process's own */
export function forgetVariables(environment: NodeJS.ProcessEnv, isPackaged: boolean): void {
  // Windows does not tell capitals in a name apart.
  for (const name of Object.keys(environment)) {
    const upper = name.toUpperCase()
    const isUnwanted = never.test(upper) || (isPackaged && neverPackaged.test(upper))
    if (isUnwanted && !harmless.has(upper)) delete environment[name]
  }
}
