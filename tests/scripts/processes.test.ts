import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { findProgram, runCaptured, stop, waitFor } from '../../scripts/lib/processes.ts'

const start = async (code: string) => {
  const child = spawn(process.execPath, ['--eval', `${code}; console.log('ready')`])
  await once(child.stdout, 'data')
  return child
}

describe('programs', () => {
  it('are asked to end', async () => {
    const child = await start(
      `process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 99)`,
    )
    await stop(child)
    expect(child.exitCode).toBe(7)
  })

  it('are ended by force where they do not listen', async () => {
    const child = await start(`process.on('SIGTERM', () => {}); setInterval(() => {}, 99)`)
    await stop(child, 1)
    expect(child.signalCode).toBe('SIGKILL')
  })

  it('may have ended already', async () => {
    const child = await start('')
    await once(child, 'exit')
    await expect(stop(child)).resolves.toBeUndefined()
  })

  it('give both streams and the exit code', async () => {
    const code = `console.log('out'); console.error('err'); process.exitCode = 3`
    await expect(runCaptured(process.execPath, ['--eval', code])).resolves.toEqual({
      code: 3,
      output: 'out\nerr\n',
    })
  })

  it('are found on the PATH, or not', () => {
    expect(findProgram('node')).not.toBeNull()
    expect(findProgram('no-such-program')).toBeNull()
  })
})

describe('waiting', () => {
  it('asks until there is an answer', async () => {
    const answers = [null, null, 'yes']
    const ask = async () => answers.shift() ?? null
    await expect(waitFor(ask, { timeoutMs: 10_000, everyMs: 1 })).resolves.toBe('yes')
  })

  it('answers nothing when the time is over', async () => {
    await expect(waitFor(async () => null, { timeoutMs: 0 })).resolves.toBeNull()
  })
})
