/**
 * Variables of the environment that would put other code into this process or record its traffic.
 * Removing them here is in time: what reads them is loaded, or started, later. Those that count
 * before any line of the app runs (`NODE_OPTIONS`, `NODE_EXTRA_CA_CERTS`, `ELECTRON_RUN_AS_NODE`)
 * are the package's fuses' to refuse.
 */
const never = ['NAPI_RS_FORCE_WASI', 'NAPI_RS_WASI_FLAVOR']
const neverPackaged = [
  // Another library in the keychain's place.
  'NAPI_RS_NATIVE_LIBRARY_PATH',
  // The keys of every connection, written to a file.
  'SSLKEYLOGFILE',
  // Any certificate is a good one.
  'NODE_TLS_REJECT_UNAUTHORIZED',
]

/** @param environment is changed: the process's own */
export function forgetVariables(environment: NodeJS.ProcessEnv, isPackaged: boolean): void {
  const unwanted = new Set(isPackaged ? [...never, ...neverPackaged] : never)
  // Windows does not tell capitals in a name apart.
  for (const name of Object.keys(environment)) {
    if (unwanted.has(name.toUpperCase())) delete environment[name]
  }
}
