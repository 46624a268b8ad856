/** Messages as files, where someone or a crash has left something in their folder. */
import { readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFolderTransport } from '../../../src/portal/platform/mail/folder-transport.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'services-online-mail-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const createdAt = Date.parse('2026-11-29T05:00:00.000Z')
const name = '20261129T050000000Z-recovery_code-1.eml'
const outgoing = {
  id: '1',
  kind: 'recovery_code',
  createdAt,
  options: { from: 'a@example.be', to: 'b@example.be', subject: 'x', text: '482019' },
}
const send = (to = folder) => createFolderTransport(to).send(outgoing, AbortSignal.timeout(60_000))
const simulate = (to = folder) => createFolderTransport(to).simulate(outgoing)

test('follows no link that was planted beside a message', async () => {
  const victim = join(folder, 'victim')
  writeFileSync(victim, 'precious')
  symlinkSync(victim, join(folder, `${name}.${process.pid}.tmp`))
  expect(await send()).toEqual({ kind: 'sent' })
  expect(readFileSync(victim, 'utf8')).toBe('precious')
  expect(readFileSync(join(folder, name), 'utf8')).toContain('482019')
})

test('removes drafts that a crash left, and none that another portal writes just now', async () => {
  const [left, fresh] = ['left.eml.0123456789abcdef.tmp', 'fresh.eml.0123456789abcdef.tmp']
  for (const file of [left, fresh]) writeFileSync(join(folder, file), 'part')
  const hourAgo = Date.now() / 1_000 - 3_600
  utimesSync(join(folder, left), hourAgo, hourAgo)
  await send()
  expect(readdirSync(folder).toSorted()).toEqual([name, fresh].toSorted())
})

test('writes what nobody gets as it writes a message, and leaves none', async () => {
  await send()
  const message = readFileSync(join(folder, name))
  for (let time = 0; time < 3; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one message after the other
    expect(await simulate()).toEqual({ kind: 'sent' })
  }
  const files = readdirSync(folder)
  expect(files.filter((file) => file.endsWith('.eml'))).toEqual([name])
  expect(files).toHaveLength(2)
  const written = readFileSync(join(folder, files.find((file) => file !== name) ?? ''))
  expect(Math.abs(written.length - message.length)).toBeLessThan(20)
})

test('fails alike for somebody and for nobody', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const outcome = await send(file)
  expect(outcome.kind).toBe('unreachable')
  expect(await simulate(file)).toEqual(outcome)
})
