import { availableParallelism } from 'node:os'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

/** Debian's Chromium, the one that the app itself runs on where Electron's binary is missing. */
const browser = process.env['HOST_CHROMIUM'] ?? '/usr/bin/chromium'

/** Tests that replace a module or the clock: each of their files has a process of its own. */
const isolated = 'tests/**/*.isolated.test.ts'

const propertyReports = 'tests/support/property-reports.ts'

/** Files of one project share a process: each would load the same modules again, for longer than it runs. */
const onNode = (name: string, more: { readonly globalSetup?: string } = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: [isolated],
    environment: 'node',
    isolate: false,
    // What one file says of its surroundings is nothing to the next.
    unstubEnvs: true,
    setupFiles: propertyReports,
    ...more,
  },
})

export default defineConfig({
  test: {
    // To end what hangs, no more: a real Argon2id, keychain and browser take their time on a busy
    // machine, and no test asserts a time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // Also on two cores: much of the time is spent waiting for other processes and their disks.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      onNode('shared'),
      onNode('portal', { globalSetup: 'tests/support/demo-data.ts' }),
      onNode('main', { globalSetup: 'tests/support/demo-data.ts' }),
      onNode('preload'),
      onNode('host'),
      onNode('pages', { globalSetup: 'tests/pages/support/built-renderer.ts' }),
      onNode('scripts'),
      {
        extends: true,
        test: {
          name: 'isolated',
          include: [isolated],
          environment: 'node',
          setupFiles: propertyReports,
          globalSetup: 'tests/support/demo-data.ts',
        },
      },
      {
        extends: true,
        // Found before the first test: a package found later would reload the page under a test.
        optimizeDeps: { entries: ['{src,tests}/renderer/**/*.{ts,tsx}'] },
        test: {
          name: 'renderer',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          // One browser has one keyboard: files side by side would take the focus from each other.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              // Chromium's sandbox needs a user of one's own; containers run as root.
              launchOptions: { executablePath: browser, chromiumSandbox: process.getuid?.() !== 0 },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
