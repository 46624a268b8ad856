import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { bundledPackages } from './scripts/bundled-packages.ts'
import { rendererConfig } from './vite.renderer.config.ts'

/** The dependencies with native code, by all their entries; everything else is bundled. */
const native = ['@napi-rs/keyring', /^better-sqlite3-multiple-ciphers\//]

/**
 * The public halves of the keys that sign announcements of updates, separated by commas. Without any, what
 * is packaged takes no update. `npm run package -- --feed` says what they look like.
 */
function updateKeys(variable = ''): string[] {
  return variable.split(',').filter((key) => key !== '')
}

export default defineConfig({
  main: {
    plugins: [bundledPackages(import.meta.dirname)],
    define: {
      // When this bundle was made: a clock that shows an earlier time is wrong.
      BUILT_AT: JSON.stringify(Date.now()),
      UPDATE_KEYS: JSON.stringify(updateKeys(process.env['UPDATE_PUBLIC_KEYS'])),
    },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: resolve(import.meta.dirname, 'src/main/app/index.ts'),
          // A thread of its own, which is started by its file.
          'table-worker': resolve(import.meta.dirname, 'src/main/tables/table-worker.ts'),
        },
        external: ['electron', ...native],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    plugins: [bundledPackages(import.meta.dirname)],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, 'src/preload/index.ts'),
        external: ['electron'],
        // A sandboxed preload script is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig(),
})
