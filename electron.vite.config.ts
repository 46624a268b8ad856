import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { bundledPackages } from './scripts/bundled-packages.ts'
import { rendererConfig } from './vite.renderer.config.ts'

/** The dependencies with native code, by all their entries; everything else is bundled. */
const native = ['@napi-rs/keyring', /^better-sqlite3-multiple-ciphers\//]

export default defineConfig({
  main: {
    plugins: [bundledPackages(import.meta.dirname)],
    // When this bundle was made: a clock that shows an earlier time is wrong.
    define: { BUILT_AT: JSON.stringify(Date.now()) },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, 'src/main/app/index.ts'),
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
