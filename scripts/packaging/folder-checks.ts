/** What is looked at in the app as a folder, for each platform and architecture. */
import { existsSync } from 'node:fs'
import { Failure } from '../lib/failure.mjs'
import { architectures, describeTarget, platforms, type Target } from './target.ts'
import { mendConfiguration, type Check } from './workshop.ts'

async function inspect(
  target: Target,
  packaged: ReturnType<Parameters<Check['run']>[0]['packaged']>,
) {
  const { app, project } = await packaged
  for (const path of [app.program, app.fuseHolder]) {
    if (!existsSync(path)) throw new Failure(`Not in the package: ${path}`, mendConfiguration)
  }
  return `${describeTarget(target)}, native libraries ${project.libraries}`
}

export const folderChecks: readonly Check[] = platforms.flatMap((platform) =>
  architectures.map((arch) => ({
    name: `folder for ${platform}-${arch}`,
    run: ({ packaged }) => inspect({ platform, arch }, packaged({ platform, arch })),
  })),
)
