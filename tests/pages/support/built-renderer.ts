/** The built renderer that every file of these tests opens: made once, before the first of them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { rendererConfig } from '../../../vite.renderer.config.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- Vitest's own type is merged
  interface ProvidedContext {
    /** The folder of the built renderer. */
    readonly builtRenderer: string
  }
}

/**
 * Builds the renderer into a folder of its own.
 * @param react its development build tells of differences that the other passes over in silence
 */
export async function buildRenderer(react: 'production' | 'development'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'))
  const { NODE_ENV } = process.env
  process.env['NODE_ENV'] = react
  try {
    await build({ configFile: false, logLevel: 'error', ...rendererConfig(folder) })
  } finally {
    process.env['NODE_ENV'] = NODE_ENV
  }
  return folder
}

/** Vitest's own hook for a project: builds, and removes what was built at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await buildRenderer('production')
  project.provide('builtRenderer', folder)
  return () => rm(folder, { recursive: true, force: true })
}
