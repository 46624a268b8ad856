/** What lies about in a project where people work, and must not be packaged. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const sqlite = 'node_modules/better-sqlite3-multiple-ciphers'

/** One of each kind, in the places where it would be taken in most easily. */
export const litter = [
  // Secrets
  '.env',
  'out/main/.env',
  'out/renderer/.env.local',
  'key.pem',
  'certificate.pfx',
  'node_modules/@napi-rs/keyring/.env',
  // Sources, their maps and what they are made with
  'src/main/app/index.ts',
  'out/main/index.js.map',
  'out/preload/index.cjs.map',
  'out/renderer/assets/start.js.map',
  'out/renderer/assets/start.css.map',
  'out/main/index.d.ts',
  'out/renderer/app.tsx',
  'scripts/package.ts',
  `${sqlite}/lib/index.js.map`,
  `${sqlite}/lib/index.d.ts`,
  `${sqlite}/build/Release/better_sqlite3.node`,
  // Tests, their results and pictures
  'tests/main/app.test.ts',
  'out/main/app.test.ts',
  'test-results/summary.json',
  'out/tour/01-services.png',
  'out/renderer/assets/picture.png',
  'out/renderer/assets/picture.webp',
  `${sqlite}/lib/picture.png`,
  // The portal and what it keeps
  'out/portal/main.js',
  '.data/portal/portal.sqlite',
  'out/main/demo.sqlite',
  'out/renderer/demo.json',
  'out/main/store.db-wal',
  // What nobody asked for
  'node_modules/left-behind/index.js',
  'node_modules/left-behind/package.json',
  'node_modules/.package-lock.json.bak',
  'out/main/index.js.orig',
  'out/index.js',
  'README.md',
  'core.1234',
] as const

/** Leaves one of each kind in `project`. */
export function leaveLitter(project: string): void {
  for (const path of litter) {
    const file = join(project, path)
    mkdirSync(dirname(file), { recursive: true })
    const isManifest = path.endsWith('package.json')
    writeFileSync(file, isManifest ? '{"name":"left-behind","version":"1.0.0"}' : 'litter')
  }
}
