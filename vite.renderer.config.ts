/**
 * How the pages are built: used by electron-vite for the app, and directly by the tests and the
 * bench that need the renderer alone.
 */
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import { bundledPackages } from './scripts/bundled-packages.ts'
import { prerender } from './scripts/prerender.ts'

const root = resolve(import.meta.dirname, 'src/renderer')

export function rendererConfig(outDir = 'out/renderer') {
  return {
    root,
    plugins: [react(), prerender({ root }), bundledPackages(import.meta.dirname)],
    build: {
      outDir: resolve(import.meta.dirname, outDir),
      emptyOutDir: true,
      // electron-vite leaves it off; what is not read need not be parsed either.
      minify: true,
      modulePreload: { polyfill: false },
      // Every file counts for itself: the first screen must not wait for what others need.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: join(root, 'index.html'),
        output: {
          // One byte a character: with a single wider one, Chromium keeps the whole script in two.
          charset: 'ascii',
          chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
          assetFileNames: ({ names }) => `assets/${shortName(names[0] ?? 'asset')}-[hash][extname]`,
          codeSplitting: {
            groups: [
              {
                name: textsChunk,
                debugName: 'texts',
                test: /\/i18n\/\w+\/[\w-]+\.ts$/,
                priority: 2,
              },
              { name: bootChunk, debugName: 'boot', priority: 3 },
              { name: startChunk, debugName: 'start', priority: 1 },
              // With what forbids it to compile, before anything makes a schema of it.
              {
                name: 'zod',
                test: /\/schemas-without-eval\.ts$|\/node_modules\/zod\//,
                priority: 2,
              },
              // A file a set of pages would be 150 of some hundred bytes, a request each.
              {
                name: 'shared',
                minShareCount: 2,
                entriesAware: true,
                entriesAwareMergeThreshold: leastShared,
              },
            ],
          },
        },
      },
    },
  } satisfies UserConfig
}

/** What several pages share joins what nearly the same pages do, until it has as many bytes as this. */
const leastShared = 30_000

/** Of a chunk that pages share the bundler's name lists them all, with signs that no address may have. */
function shortName(name: string): string {
  return name.replace(/~.*/u, '').replace(/\.\w+$/u, '')
}

/** One file a language with the first screens' texts, and one with all the others. */
function textsChunk(id: string): string | null {
  const [, language, namespace] = /\/i18n\/(\w+)\/([\w-]+)\.ts$/.exec(id) ?? []
  if (language === undefined || namespace === undefined) return null
  const first = ['common', 'services', 'sign-in', 'lock'].includes(namespace)
  return `texts-${first ? 'first' : 'more'}-${language}`
}

type ModuleGraph = {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null
}

/** What runs before the first paint, with the bundler's own helpers, apart from all the rest. */
function bootChunk(id: string, graph: ModuleGraph): string | null {
  const helper = id.includes('vite/preload-helper') || id.includes('rolldown/runtime')
  return helper || importsOf('app/boot.ts', graph).has(id) ? 'boot' : null
}

/** Everything that the first screens import, in one file, which later pages then share. */
function startChunk(id: string, graph: ModuleGraph): string | null {
  return importsOf('app/start.tsx', graph).has(id) ? 'start' : null
}

const reached = new Map<string, Set<string>>()

function importsOf(entry: string, graph: ModuleGraph): ReadonlySet<string> {
  const known = reached.get(entry)
  if (known !== undefined) return known
  const found = new Set<string>()
  reached.set(entry, found)
  addImports(join(root, entry), graph, found)
  return found
}

function addImports(id: string, graph: ModuleGraph, into: Set<string>) {
  if (into.has(id)) return
  into.add(id)
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) {
    addImports(imported, graph, into)
  }
}
