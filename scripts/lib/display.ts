/** A display to draw on: the person's own, or Xvfb's where there is none. */
import { Readable } from 'node:stream'
import { ensureDebianPackages } from './debian.ts'
import { Failure } from './failure.mjs'
import { exitOf, startBackgroundProcess, stop } from './processes.ts'

/** Whether a window can be shown to someone. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
}

/**
 * Starts Xvfb on a number that it chooses itself; it ends with `stack`.
 * @returns the variables that make a program draw there
 */
export async function startVirtualDisplay(
  stack: AsyncDisposableStack,
): Promise<Readonly<Record<string, string>>> {
  await ensureDebianPackages(['xvfb'])
  const child = startBackgroundProcess(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  stack.defer(() => stop(child))
  const channel = child.stdio[3]
  if (!(channel instanceof Readable)) throw new TypeError('Xvfb has no channel 3')
  const number = await new Promise<string>((resolve, reject) => {
    channel.setEncoding('utf8').once('data', resolve)
    exitOf(child).then(
      () => reject(new Failure('Xvfb did not start.', 'Run "Xvfb :99" to see why.')),
      reject,
    )
  })
  return { DISPLAY: `:${number.trim()}` }
}
