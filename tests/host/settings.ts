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
}

export const settings: HostSettings = {
  headless: process.env['HOST_HEADLESS'] === '1',
  chromium: process.env['HOST_CHROMIUM'] ?? '/usr/bin/chromium',
  controlFile: process.env['HOST_CONTROL'] ?? null,
  saveFolder: process.env['HOST_SAVE_FOLDER'] ?? null,
}
