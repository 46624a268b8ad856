import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { isAlive } from '../../scripts/lib/process-alive.mjs'

const started = new AsyncDisposableStack()
afterAll(() => started.disposeAsync())

/** Runs a shell script and answers the first line that it prints. */
async function firstLineOf(script: string): Promise<string> {
  const shell = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  started.defer(() => void shell.kill('SIGKILL'))
  const { value } = await createInterface(shell.stdout)[Symbol.asyncIterator]().next()
  return String(value)
}

describe('whether a process runs', () => {
  it('does for oneself', () => {
    expect(isAlive(process.pid)).toBe(true)
  })

  it('does not for one that has ended', async () => {
    const child = spawn(process.execPath, ['--eval', ''])
    await once(child, 'exit')
    expect(isAlive(child.pid ?? 0)).toBe(false)
  })

  it.runIf(process.platform === 'linux')(
    'does not for one whose end nobody asked about',
    async () => {
      // The shell becomes a program that asks after no child.
      const child = Number(await firstLineOf('sleep 0 & echo $!; exec tail -f /dev/null'))
      await expect.poll(() => isAlive(child)).toBe(false)
      // Its id is still taken: a signal finds somebody.
      expect(() => process.kill(child, 0)).not.toThrow()
    },
  )
})
