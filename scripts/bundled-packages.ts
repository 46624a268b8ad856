/**
 * Which packages a bundle really holds, as the bundler took them in: what the list of licences and the
 * list of components are made from. Lies beside the bundle and is not packaged.
 */
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'
import { z } from 'zod'

export const bundledPackagesFile = '.bundled-packages.json'

/** A package whose code, styles or fonts are in a bundle, and its folder from the project's. */
export const bundledPackageSchema = z.object({
  name: z.string(),
  version: z.string(),
  folder: z.string(),
})
export type BundledPackage = z.infer<typeof bundledPackageSchema>
const manifestSchema = bundledPackageSchema.omit({ folder: true })

/** The folder of the package that a file lies in; the innermost, where packages hold packages. */
const packageFolder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/
/** Helpers that the tools write into what they make. */
const helpers = [/^\0(vite)\//, /^\0?(rolldown)\//]

/** The package that `path` lies in; null for the app's own files. */
function packageOf(path: string, root: string): BundledPackage | null {
  const [folder] = packageFolder.exec(path) ?? []
  if (folder === undefined) return null
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  const manifest = manifestSchema.parse(JSON.parse(text))
  return { ...manifest, folder: relative(root, folder).replaceAll(sep, '/') }
}

/** The package that a module or an asset came from; null for the app's own. */
function originOf(id: string, root: string): BundledPackage | null {
  const tool = helpers.map((pattern) => pattern.exec(id)?.[1]).find((name) => name !== undefined)
  if (tool !== undefined) return packageOf(join(root, 'node_modules', tool, 'package.json'), root)
  const [path = ''] = id.replace(/^\0/, '').split('?')
  return packageOf(path, root)
}

/** Writes the list of a bundle beside it. */
export function bundledPackages(root: string): Plugin {
  return {
    name: 'bundled-packages',
    apply: 'build',
    generateBundle(_, bundle) {
      const found = new Map<string, BundledPackage>()
      for (const output of Object.values(bundle)) {
        const ids = output.type === 'chunk' ? output.moduleIds : output.originalFileNames
        for (const id of ids) {
          const origin = originOf(
            output.type === 'chunk' ? id : join(root, 'src/renderer', id),
            root,
          )
          if (origin !== null) found.set(`${origin.name}@${origin.version}`, origin)
        }
      }
      const list = [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name))
      this.emitFile({
        type: 'asset',
        fileName: bundledPackagesFile,
        source: `${JSON.stringify(list, null, 2)}\n`,
      })
    },
  }
}
