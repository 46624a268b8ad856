/** A wire to a server that can be held and cut, as networks and servers do. */
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

export type Wire = {
  readonly port: number
  /** Lets nothing come back from now on; fulfilled once something was sent. */
  readonly hold: () => Promise<void>
  /** Lets pass what comes from now on; what was held back is lost. */
  readonly free: () => void
  /** Breaks every connection off, and takes no more. */
  readonly cut: () => Promise<void>
  /** Takes connections again, at the same port. */
  readonly mend: () => Promise<void>
}

/** Opens a wire to `host` and `port`. */
export async function openWire(host: string, port: number): Promise<Wire> {
  const sockets = new Set<Socket>()
  let held: (() => void) | null = null
  const relay = (near: Socket): void => {
    const far = connect(port, host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
    near.on('data', (chunk) => {
      far.write(chunk)
      held?.()
    })
    far.on('data', (chunk) => {
      if (held === null) near.write(chunk)
    })
  }
  const listen = async (at: number): Promise<Server> => {
    const server = createServer(relay).listen(at, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  let server = await listen(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on no port')
  return {
    port: address.port,
    hold: () =>
      new Promise((resolve) => {
        held = resolve
      }),
    free: () => {
      held = null
    },
    cut: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    mend: async () => {
      held = null
      server = await listen(address.port)
    },
  }
}
