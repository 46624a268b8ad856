/** The insurer's commands as an operator types them: what is printed, and what the command ends with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { databaseKinds } from '../support/databases.ts'
import { typed } from '../support/command.ts'
import {
  addReader,
  addTestPolicies,
  applicationOf,
  testBuyer,
  write,
  type TestPerson,
} from '../support/portfolio.ts'
import { day, minute, startPortal, type TestPortal } from '../support/portal.ts'

const generate = (...more: readonly string[]) => ['generate', '--policies', '2', ...more]

describe.each(databaseKinds)('commands of the insurer, on %s', (kind) => {
  let it: TestPortal
  let reader: TestPerson
  let policy: string
  let folder: string
  let buyer = ''
  let application = ''
  let count = 0
  beforeAll(async () => {
    it = await startPortal(kind)
    folder = mkdtempSync(join(tmpdir(), 'commands-'))
    const [only = ''] = await addTestPolicies(it, ['EUR'])
    policy = only
    reader = await addReader(it, [policy])
  })
  beforeEach(async () => {
    count += 1
    buyer = `buyer-${count}`
    application = `application-${count}`
    const pair = { policy_id: policy, buyer_id: buyer }
    await write(it, {
      buyers: [testBuyer(buyer, { name: 'שרה & Söhne\nGmbH' })],
      applications: [applicationOf(application, pair, it.portal.context.now() - minute)],
    })
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await it.stop()
  })

  const run = (...args: readonly string[]) => typed(it.place, args)
  /** What a command prints that succeeds. */
  const printed = async (...args: readonly string[]) => {
    const { code, out, err } = await run(...args)
    expect([code, err]).toEqual([0, ''])
    return out
  }
  /** What one says that fails, and does nothing. */
  const refused = async (...args: readonly string[]) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([1, ''])
    return err
  }
  const file = (name: string, text: string | Uint8Array) => {
    const place = join(folder, name)
    writeFileSync(place, text)
    return place
  }
  const isoDay = (days: number) =>
    new Date(it.portal.context.now() + days * day).toISOString().slice(0, 10)
  const decide = ['decide', '--application']
  const rate = (rating: string) => ['rate', '--buyer', buyer, '--rating', rating]
  const bring = (text: string) => ['import-portfolio', file('portfolio.csv', text)]
  const reduce = () => ['reduce', '--policy', policy, '--buyer', buyer, '--to']

  test('pending lists what waits, each on a line of its own, until it is decided', async () => {
    const listed = async () =>
      (await printed('pending')).split('\n').find((line) => line.startsWith(`${application}\t`))
    const columns = (await listed())?.split('\t') ?? []
    expect(columns.slice(2, 4)).toEqual([policy, buyer])
    expect(columns[4]).toContain('Söhne')
    expect(columns.slice(5)).toEqual(['BE', 'new', 'EUR 50000.00', 'unrated'])
    await printed(...decide, application, '--grant')
    expect(await listed()).toBeUndefined()
  })

  test('decide grants all, a part or nothing, and says what became of it', async () => {
    const terms = ['--amount', '20000.50', '--until', isoDay(60), '--reason', 'accounts_weak']
    expect(await printed(...decide, application, ...terms, '--conditions', 'A guarantee')).toBe(
      `Decided: partly_accepted, EUR 20000.50 from ${isoDay(0)} on.\n`,
    )
    expect(await refused(...decide, application, '--refuse')).toContain('already')
    const { items } = await it.client.succeed('servnetApplications', { token: reader.token })
    expect(items.find(({ id }) => id === application)).toMatchObject({
      decision: { granted: { amount: '20000.50' }, endsOn: isoDay(60), conditions: 'A guarantee' },
    })
  })

  test.each([
    [[], 'Say one of --grant, --amount and --refuse.'],
    [['--grant', '--refuse'], 'Say one of --grant, --amount and --refuse.'],
    [['--amount', '50000.01'], 'More than was applied for, which is EUR 50000.00.'],
    [['--amount', '1.005'], 'EUR has 2 decimals'],
    [['--amount', '1,5'], 'no amount such as 25000.50'],
    [['--amount', '-5'], 'no amount such as 25000.50'],
    [['--grant', '--until', '2026-02-30'], '--until'],
    [['--grant', '--until', '2016-01-01'], 'before it takes effect'],
    [['--grant', '--reason', 'mood'], 'accounts_weak'],
    [['--grant', '--conditions', 'a\u0007'], '--conditions'],
    [['--give'], "unknown option '--give'"],
  ])('decide %o is refused, and decides nothing', async (options, words) => {
    expect(await refused(...decide, application, ...options)).toContain(words)
    expect(await printed('pending')).toContain(application)
  })

  test('what is not there is named', async () => {
    expect(await refused(...decide, 'none', '--grant')).toBe('There is no application none.\n')
    expect(await refused('decide', '--grant')).toContain('--application')
    expect(await refused('rate', '--buyer', 'none', '--rating', '9')).toContain('no buyer none')
    expect(await refused(...reduce(), '1')).toContain(`No limit is in force for buyer ${buyer}`)
    const message = ['message', '--title', 'A', '--body', 'B', '--to', 'nobody.at.all']
    expect(await refused(...message)).toContain('nobody.at.all')
    for (const command of ['import-rates', 'import-portfolio']) {
      // oxlint-disable-next-line no-await-in-loop -- two
      expect(await refused(command, join(folder, 'none'))).toContain('none cannot be read (ENOENT)')
    }
  })

  test('reduce announces after the days of grace, or at once, and never more', async () => {
    await printed(...decide, application, '--grant')
    expect(await printed(...reduce(), '10000')).toBe(
      `Announced: reduced, EUR 10000.00 from ${isoDay(30)} on.\n`,
    )
    expect(await refused(...reduce(), '50000')).toBe('No reduction: in force is EUR 50000.00.\n')
    expect(await refused(...reduce(), 'half')).toContain('no amount such as 25000.50')
    expect(await printed(...reduce(), '0', '--at-once', '--reason', 'insolvency')).toBe(
      `Announced: cancelled, EUR 0.00 from ${isoDay(0)} on.\n`,
    )
    expect(await refused(...reduce(), '0')).toContain('No limit is in force')
  })

  test('rate says what it was before; only 1 to 100 is a rating', async () => {
    expect(await printed(...rate('43'))).toBe('Rated: 43; before, unrated. Higher is riskier.\n')
    expect(await printed(...rate('71'))).toBe('Rated: 71; before, 43. Higher is riskier.\n')
    expect(await refused(...rate('71'))).toBe('It is rated 71 already.\n')
    for (const rating of ['0', '101', '4.5', 'high', '']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await refused(...rate(rating))).toContain('--rating')
    }
  })

  test('message takes one text, or a file of several languages', async () => {
    const { token } = reader
    const out = await printed('message', '--title', ' Strike ', '--body', 'No\nletters.')
    const id = out.replace('Message: ', '').trim()
    const { items } = await it.client.succeed('servnetMessages', { token })
    expect(items.find((one) => one.id === id)).toMatchObject({
      title: 'Strike',
      body: 'No\nletters.',
    })
    const texts = file('texts.json', '{"fr": {"title": "Grève", "body": "Rien."}}')
    expect(await printed('message', '--texts', texts)).toMatch(/^Message: \S+\n$/)
    expect(await refused('message', '--title', 'alone')).toContain('Say --title and --body')
    expect(await refused('message', '--texts', join(folder, 'no'))).toContain('cannot be read')
    for (const text of [
      '',
      '{}',
      '{"xx": {"title": "A", "body": "B"}}',
      '{"fr": {"title": "A"}}',
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await refused('message', '--texts', file('bad.json', text))).toContain('fr, nl')
    }
  })

  test('import-rates takes a file over, tells who sees amounts, and nobody the second time', async () => {
    const { token } = reader
    const { nextCursor: before } = await it.client.succeed('changes', {
      token,
      query: { limit: '200' },
    })
    const changesSince = async (since: string) => {
      const page = await it.client.succeed('changes', { token, query: { since } })
      return { told: page.items.map((one) => [one.resource, one.id]), next: page.nextCursor }
    }
    const rates = file(
      'rates.csv',
      '\u{feff}Date,USD,GBP,\n2026-01-09,1.1,0.9,\n2026-01-08,1.2,,\n',
    )
    expect(await printed('import-rates', rates)).toBe(
      'Rates: 3, of 2 currencies, from 2026-01-08 to 2026-01-09. New or changed: 3.\n',
    )
    const first = await changesSince(before)
    expect(first.told).toEqual([
      ['buyers', null],
      ['dashboard', null],
    ])
    expect(await printed('import-rates', rates)).toContain('New or changed: 0.')
    expect((await changesSince(first.next)).told).toEqual([])
    const spoilt = file('spoilt.csv', 'Date,USD\n2026-01-10,1.3\n2026-01-11,one\n')
    expect(await refused('import-rates', spoilt)).toBe(
      'Line 3: “one” is no rate of USD.\nNothing was written.\n',
    )
    expect((await changesSince(first.next)).told).toEqual([])
    expect(await printed('import-rates', file('none.csv', 'Date,USD\n'))).toContain('No rates')
  })

  test('import-portfolio tries, asks, writes, and keeps what it was told for the same columns', async () => {
    const text = `policy;name;country;applied;applied_on;Vendeur\n${policy};A;BE;1;03/04/2026;x\n`
    expect(await refused(...bring(text))).toContain('--dates day-first')
    expect(await refused(...bring(text), '--dates', 'backwards')).toContain('month-first')
    const trial = await printed(...bring(text), '--dates', 'day-first', '--dry-run')
    expect(trial).toContain('Applications would be written: 1')
    const out = await printed(...bring(text), '--dates', 'day-first')
    expect(out).toContain('portfolio.csv: 1 rows.\nColumns that mean nothing here: Vendeur.')
    const next = text.replace(';A;', ';B;').replace('03/04', '05/04')
    expect(await printed(...bring(next))).toContain('Buyers written:       1')
    expect(await printed(...bring(next))).toContain('all of which are there already')
    const wrong = `${text}elsewhere;C;BE;1;03/04/2026;\n`
    expect(await refused(...bring(wrong))).toContain('Line 3, policy: ')
    expect(await refused(...bring(''))).toContain('empty')
  })

  test('generate invents the portfolio of a seed, once', async () => {
    const wanted = generate('--buyers', '9', '--seed', 'acme', '--until', '2026-03-31')
    expect(await printed(...wanted)).toBe(
      'Organisation: generated-acme\nPolicies:     acme-1,acme-2\n',
    )
    expect(await refused(...wanted)).toContain('of the seed acme already')
    expect(await refused(...generate())).toContain('--buyers')
    for (const more of [
      ['--buyers', '0'],
      ['--buyers', '9', '--seed', 'Not Me'],
      ['--buyers', '9', '--until', 'today'],
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await refused(...generate(...more))).toContain(more.at(-2))
    }
  })

  test('verify-figures ends well where all agrees; else names it, and fails', async () => {
    expect(await printed('verify-figures')).toMatch(/^Checked: \d+ buyers\. Differences: 0\.\n$/)
    await it.portal.context.db
      .updateTable('positions')
      .set({ pending_amount: 7 })
      .where('buyer_id', '=', buyer)
      .execute()
    const { code, out, err } = await run('verify-figures')
    expect([code, err]).toEqual([1, ''])
    expect(out).toMatch(
      new RegExp(
        `^${policy}, ${buyer}, positions.pending_amount: kept 7, recomputed 5000000\n.*Differences: 1\\.\n$`,
      ),
    )
  })
})
