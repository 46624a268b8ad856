import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { linters } from '../../scripts/lib/openapi-rules.ts'
import { openApiDocument } from '../../src/portal/server/openapi.ts'
import { endpoints } from '../../src/shared/contract/endpoints.ts'

const documentSchema = z.looseObject({
  info: z.record(z.string(), z.unknown()),
  paths: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))),
})
type Document = z.infer<typeof documentSchema>

const read = (): Document => documentSchema.parse(JSON.parse(JSON.stringify(openApiDocument())))

describe.each(Object.entries(linters))('the contract by the rules of %s', (_, lint) => {
  it('breaks none', async () => {
    expect(await lint(JSON.stringify(read()))).toEqual([])
  })

  it.each([
    ['servers', (document: Document) => delete document['servers']],
    [
      'a licence and a contact',
      ({ info }: Document) => ['license', 'contact'].map((key) => delete info[key]),
    ],
    [
      'what an operation may refuse, and what it is about',
      ({ paths }: Document) => {
        const operation = paths['/healthz']?.['get'] ?? {}
        operation['responses'] = { 200: { description: 'It can' } }
        delete operation['description']
      },
    ],
    [
      'an operation’s name',
      ({ paths }: Document) => delete paths['/v1/me']?.['get']?.['operationId'],
    ],
  ])('would break some without %s', async (_what, spoil) => {
    const document = read()
    spoil(document)
    expect((await lint(JSON.stringify(document))).length).toBeGreaterThan(0)
  })
})

it('says of each endpoint what it is for, in a sentence of its own', () => {
  for (const { summary, description } of Object.values(endpoints)) {
    expect(description).toMatch(/^[A-Z].*\.$/)
    expect(description).not.toContain(summary)
  }
})
