import { delimiter } from 'node:path'

/** What the host reads from its environment; nothing of it reaches the app. */
export type HostSettings = {
  /** `HOST_HEADLESS=1`: no window on a display. */
  readonly headless: boolean
  /** `HOST_CHROMIUM`: the browser's path. */
  readonly chromium: string
  /** `HOST_CONTROL`: a file that receives `{cdp, browserPid}`, so that a test can attach to the window. */
  readonly controlFile: string | null
  /** `HOST_SAVE_FOLDER`: where files are saved when the app asks; unset, the question is cancelled. */
  readonly saveFolder: string | null
  /** `HOST_CHOSEN_FILES`: what is chosen when the app asks which files; unset, nothing is. */
  readonly chosenFiles: readonly string[]
  /** `HOST_PACKAGED=1`: `app.isPackaged` is true, and no argument names the app. */
  readonly packaged: boolean
  /** `HOST_PROXY`: the system's proxy, for main's own requests. */
  readonly proxy: string | null
  /** `HOST_CLIENT_CERTIFICATE`: a PEM file with a key, all that the system's store has. */
  readonly clientCertificate: string | null
  /** `HOST_OPENS_NOTHING=1`: the system has no program for a link. */
  readonly opensNothing: boolean
}

export const settings: HostSettings = {
  headless: process.env['HOST_HEADLESS'] === '1',
  chromium: process.env['HOST_CHROMIUM'] ?? '/usr/bin/chromium',
  controlFile: process.env['HOST_CONTROL'] ?? null,
  saveFolder: process.env['HOST_SAVE_FOLDER'] ?? null,
  chosenFiles: (process.env['HOST_CHOSEN_FILES'] ?? '').split(delimiter).filter(Boolean),
  packaged: process.env['HOST_PACKAGED'] === '1',
  proxy: process.env['HOST_PROXY'] ?? null,
  clientCertificate: process.env['HOST_CLIENT_CERTIFICATE'] ?? null,
  opensNothing: process.env['HOST_OPENS_NOTHING'] === '1',
}
