import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'

/** The journeys: the built app with the real portal and the real keychain. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  forbidOnly: process.env['CI'] === 'true',
  // Also on two cores, and journey by journey rather than file by file. They share nothing: each has
  // a portal, a profile and a name in the keychain of its own, and a Chromium without a display.
  workers: Math.max(2, availableParallelism() - 1),
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
})
