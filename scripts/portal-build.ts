/** `npm run portal:build`: the portal as it is deployed, in `dist/portal` (`docs/operations.md`). */
import { join } from 'node:path'
import { reportFailure } from './lib/failure.mjs'
import { root } from './lib/paths.mjs'
import { buildPortal } from './lib/portal-build.ts'
import { step } from './lib/steps.ts'

const folder = join(root, 'dist', 'portal')
try {
  await step(
    ({ bytes }) => `Portal built into dist/portal, ${(bytes / 1e6).toFixed(1)} MB`,
    () => buildPortal(folder),
  )
  console.log('  To run it: npm ci --omit=dev there, then node main.js serve --help')
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
