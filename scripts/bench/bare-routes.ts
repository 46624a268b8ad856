/**
 * What the portal is held against: Fastify with nothing around it. `POST /v1/sessions` only
 * verifies an Argon2id hash, `GET /v1/me` only answers JSON of the same size as the portal's.
 * Run as `node bare-routes.ts PORT HASH`.
 */
import { verify } from '@node-rs/argon2'
import fastify from 'fastify'
import { z } from 'zod'
import type { Me } from '../../src/shared/contract/identity/me.ts'

const [port, passwordHash] = z
  .tuple([z.coerce.number().int(), z.string()])
  .parse(process.argv.slice(2))
const credentialsSchema = z.object({ password: z.string() })

const me: Me = {
  username: 'bench.0001',
  email: 'bench.0001@example.com',
  emailConfirmed: true,
  pendingEmail: null,
  firstName: 'Marie',
  lastName: 'Lambert',
  language: 'fr',
  alertsByEmail: true,
  services: ['servnet', 'insights'],
  passwordExpiresAt: '2027-05-22T08:00:00.000Z',
  rehearsalDueAt: '2027-02-21T08:00:00.000Z',
  enrolledAt: '2026-11-23T08:00:00.000Z',
}

const server = fastify()
server.get('/healthz', () => ({ status: 'ok' }))
server.get('/v1/me', () => me)
server.post('/v1/sessions', async (request, reply) => {
  const { password } = credentialsSchema.parse(request.body)
  const right = await verify(passwordHash, password)
  return reply.code(right ? 201 : 401).send({ right })
})
await server.listen({ host: '127.0.0.1', port })
process.once('SIGTERM', () => void server.close())
