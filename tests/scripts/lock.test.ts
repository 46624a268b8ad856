import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../scripts/lib/failure.mjs'
import { tryLock, withLock } from '../../scripts/lib/lock.mjs'
import { runCaptured } from '../../scripts/lib/processes.ts'
import { temporaryFolder } from './temporary-folder.ts'

const contender = join(import.meta.dirname, 'fixtures', 'lock-contender.ts')

/** The id of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

describe('a lock between processes', () => {
  it('lets one process in at a time', async () => {
    const folder = temporaryFolder()
    const ends = await Promise.all(
      [1, 2, 3].map(() => runCaptured(process.execPath, [contender, folder, '3'])),
    )
    expect(ends).toEqual([1, 2, 3].map(() => ({ code: 0, output: '' })))
  })

  it('refuses while someone holds it, and not afterwards', () => {
    const lock = join(temporaryFolder(), 'lock')
    const giveUp = tryLock(lock)
    expect(tryLock(lock)).toBeNull()
    giveUp?.()
    expect(tryLock(lock)).not.toBeNull()
  })

  it('is taken over from a process that died', async () => {
    const lock = join(temporaryFolder(), 'lock')
    mkdirSync(lock)
    writeFileSync(join(lock, String(await deadProcess())), '')
    await expect(withLock(lock, async () => readdirSync(lock))).resolves.toEqual([
      String(process.pid),
    ])
  })

  it('is given up when the work fails', async () => {
    const lock = join(temporaryFolder(), 'lock')
    await expect(withLock(lock, () => Promise.reject(new Error('work')))).rejects.toThrow('work')
    expect(existsSync(lock)).toBe(false)
  })

  it('says who holds it and what to do when the patience is over', async () => {
    const lock = join(temporaryFolder(), 'lock')
    const giveUp = tryLock(lock)
    const waited = withLock(lock, async () => 'in', { waitMs: 0 })
    await expect(waited).rejects.toThrow(`(${process.pid})`)
    await expect(waited).rejects.toBeInstanceOf(Failure)
    giveUp?.()
  })
})
