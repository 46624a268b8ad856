/** What `npm start` makes of the ends of the app, and of systems that refuse Electron its sandbox. */
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseRuntime, closedByPerson, startApp } from '../../scripts/lib/app-process.ts'
import { sandboxObstacle, type SandboxSurroundings } from '../../scripts/lib/electron-sandbox.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A program in Electron's place that ends as `script` says. */
function standIn(script: string): string {
  const binary = join(temporaryFolder(), 'electron')
  writeFileSync(binary, `#!/bin/sh\n${script}\n`)
  chmodSync(binary, 0o755)
  return binary
}

/** What comes of an app that ends as `script` says. */
async function ends(script: string): Promise<unknown> {
  const runtime = { kind: 'electron', binary: standIn(script) } as const
  const options = { profile: '/nonexistent', portalUrl: 'http://127.0.0.1:1', environment: {} }
  return closedByPerson(startApp(runtime, options)).catch((error: unknown) => error)
}

/** A system of someone who is not root, with these settings of the kernel. */
function system(
  settings: Readonly<Record<string, string>>,
  more: Partial<SandboxSurroundings> = {},
): SandboxSurroundings {
  return {
    uid: 1000,
    sysctl: (name) => settings[name] ?? null,
    helperIsRoots: () => false,
    ...more,
  }
}
const restricted = { 'kernel.apparmor_restrict_unprivileged_userns': '1' }
const found = (surroundings: SandboxSurroundings) =>
  sandboxObstacle('/app/node_modules/electron/dist/electron', surroundings)

describe.skipIf(process.platform === 'win32')('an app that ends', () => {
  it('by a person’s hand is no failure', async () => {
    expect(await ends('exit 0')).toBeUndefined()
  })

  it.each(['exit 133', 'kill -TRAP $$'])('for want of a sandbox is one: %s', async (script) => {
    expect(String(await ends(script))).toContain('sandbox')
  })

  it.each(['exit 1', 'exit 3', 'kill -SEGV $$', 'kill -KILL $$'])(
    'otherwise is one: %s',
    async (script) => {
      expect(String(await ends(script))).toContain('ended with')
    },
  )
})

describe('Electron’s sandbox', () => {
  it('is refused by Ubuntu 24.04, and by kernels without user namespaces', () => {
    expect(found(system(restricted))).toBe('kernel.apparmor_restrict_unprivileged_userns=1')
    expect(found(system({ 'kernel.unprivileged_userns_clone': '0' }))).toContain('=0')
    expect(found(system({ 'user.max_user_namespaces': '0' }))).toContain('=0')
  })

  it('is there elsewhere, with the helper of root’s, and not needed by root', () => {
    expect(found(system({}))).toBeNull()
    expect(found(system({ 'kernel.apparmor_restrict_unprivileged_userns': '0' }))).toBeNull()
    expect(found(system(restricted, { helperIsRoots: () => true }))).toBeNull()
    expect(found(system(restricted, { uid: 0 }))).toBeNull()
  })

  it('is looked at before the app is started', async () => {
    const path = standIn('exit 0')
    if (sandboxObstacle(path) !== null) return
    expect(await chooseRuntime({ kind: 'present', path })).toEqual({
      kind: 'electron',
      binary: path,
    })
  })
})
