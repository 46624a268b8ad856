import { describe, expect, test } from 'vitest'
import { readTable } from '../../../../src/portal/admin/portfolio-import/import-portfolio.ts'
import { readRows, type Answers } from '../../../../src/portal/admin/portfolio-import/rows.ts'

const nothing = { decimalSign: null, dayOrder: null }
const unsaid: Answers = { told: nothing, kept: nothing }

const reading = async (text: string | Uint8Array, answers = unsaid) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readRows(await readTable(bytes), answers)
}

/** A portfolio with one column more, and of it what each row gives. */
const amountsOf = async (texts: readonly string[], answers = unsaid) => {
  const lines = texts.map((text) => `17386;Buyer;BE;2026-01-02;"${text}"`)
  const { rows, problems } = await reading(
    ['policy;name;country;applied_on;applied', ...lines].join('\n'),
    answers,
  )
  return { amounts: rows.map(({ applied }) => applied), problems }
}

const daysOf = async (texts: readonly string[], answers = unsaid) => {
  const lines = texts.map((text) => `17386;Buyer;BE;100;${text}`)
  const read = await reading(
    ['policy;name;country;applied;applied_on', ...lines].join('\n'),
    answers,
  )
  return { days: read.rows.map(({ appliedOn }) => appliedOn), ...read }
}

const named = async (name: string, number = '') => {
  const cell = `"${name.replaceAll('"', '""')}"`
  return reading(
    `policy;name;country;applied;applied_on;registration_number\n0017;${cell};be;1;2026-01-02;${number}`,
  )
}

describe('a portfolio’s text', () => {
  const text = 'policy;name;country;applied;applied_on\n17386;Café Œuvre – 5 €;BE;100;2026-01-02\n'
  const windows = Uint8Array.from(text, (letter) => {
    return { Œ: 0x8c, '–': 0x96, '€': 0x80 }[letter] ?? letter.charCodeAt(0)
  })
  const wide = Buffer.from(text, 'utf16le')
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', wide],
    ['UTF-16 without a mark, big end first', Buffer.from(wide).swap16()],
    ['Windows-1252', windows],
  ])('is read in %s', async (_, bytes) => {
    const { rows } = await reading(bytes)
    expect(rows.map(({ name }) => name)).toEqual(['Café Œuvre – 5 €'])
  })

  test.each([';', ',', '\t', 'sep=,\n'])('is parted by %j', async (sign) => {
    const separator = sign.replace(/^sep=|\n$/g, '')
    const body = text.replaceAll(';', separator)
    const { rows } = await reading(sign.startsWith('sep') ? sign + body : body)
    expect(rows).toHaveLength(1)
  })

  test('counts lines as an editor does, over quoted line breaks and empty lines', async () => {
    const { rows, problems } = await reading(
      [
        '',
        'policy;name;country;applied;applied_on',
        '17386;"Two Lines\r\nTrading";GB;100;2026-01-02',
        '',
        '17386;Tubes 5" BV;NL;x;2026-01-02',
        '17386;"Unquoted" too;NL;1;2026-01-02',
        '17386;Semicolon; too;NL;1;2026-01-02',
        '17386;Last;NL;1;2026-01-02',
        '17386;"Never closed;NL;1;2026-01-02',
      ].join('\n'),
    )
    expect(rows.map(({ place, name }) => [place, name])).toEqual([
      [3, 'Two Lines\nTrading'],
      [7, '"Unquoted" too'],
      [9, 'Last'],
    ])
    expect(problems.map(({ place, column }) => [place, column])).toEqual([
      [10, null],
      [6, 'applied'],
      [8, null],
    ])
  })
})

describe('columns', () => {
  test.each([
    ['Police;Acheteur;Pays;Montant demandé;Demandé le'],
    ['POLIS;Koper;Land;Aangevraagd bedrag;Aanvraagdatum'],
    ['Policy number;Buyer name;Country;Amount applied;Application date'],
    ['Policennummer;Abnehmer;Land;Beantragter Betrag;Antragsdatum'],
    ['Número de póliza;Comprador;País;Importe solicitado;Fecha de solicitud'],
    ['Numero di polizza;Acquirente;Paese;Importo richiesto;Data della richiesta'],
    [' policy ;NAME;country;Applied;applied-on'],
  ])('are found by %s, in any order', async (header) => {
    const cells = ['17386', 'Buyer', 'Belgique', '1.000,50', '31/12/2025']
    const table = [header.split(';'), cells]
    for (const lines of [table, table.map((line) => line.toReversed())]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { rows, ignored } = await reading(lines.map((line) => line.join(';')).join('\n'))
      expect(ignored).toEqual([])
      expect(rows).toMatchObject([
        { policyId: '17386', country: 'BE', applied: '1000.5', appliedOn: '2025-12-31' },
      ])
    }
  })

  test('that are missing or there twice are named; those that mean nothing are left out', async () => {
    await expect(reading('policy;name;applied\n1;x;2')).rejects.toThrow(/called country/)
    await expect(reading('policy;name;nom;country;applied\n')).rejects.toThrow(/name and nom/)
    await expect(reading(' \n')).rejects.toThrow(/empty/)
    const { ignored } = await reading('policy;name;country;applied;applied_on;Vendeur\n')
    expect(ignored).toEqual(['Vendeur'])
  })
})

describe('amounts', () => {
  test.each([
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1.234.567,8', '1234567.8'],
    ['1,234,567', '1234567'],
    ['1\u00a0234,56', '1234.56'],
    ['1\u202f234\u202f567,00', '1234567'],
    ['1 234.5', '1234.5'],
    ['1’234.56', '1234.56'],
    ['0,125', '0.125'],
    ['1234,567', '1234.567'],
    ['250000', '250000'],
    ['9007199254740993.25', '9007199254740993.25'],
  ])('%s is %s whatever else the file holds', async (text, amount) => {
    expect((await amountsOf([text])).amounts).toEqual([amount])
  })

  test('that can be read in two ways are settled by others, or asked about', async () => {
    expect((await amountsOf(['1.234', '0,5'])).amounts).toEqual(['1234', '0.5'])
    expect((await amountsOf(['1.234', '0.5'])).amounts).toEqual(['1.234', '0.5'])
    for (const texts of [['1.234'], ['1.234', '0,5', '0.5']]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await amountsOf(texts)).problems).toMatchObject([{ place: 2, column: 'applied' }])
    }
    const told = { decimalSign: 'comma', dayOrder: null } as const
    expect((await amountsOf(['1.234'], { told, kept: nothing })).amounts).toEqual(['1234'])
    expect((await amountsOf(['1.234'], { told: nothing, kept: told })).amounts).toEqual(['1234'])
  })

  test.each(['1.23.456', '1,2345.6', '12.34,567.8', 'abc', '-5', '1e5', '1 23', '€', '1.234,'])(
    '%s is none',
    async (text) => {
      expect((await amountsOf([text])).problems).toMatchObject([{ column: 'applied' }])
    },
  )
})

describe('days', () => {
  test.each([
    ['2026-03-04', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['4.3.2026', '2026-03-04'],
    ['31/12/2025', '2025-12-31'],
    ['12/31/2025', '2025-12-31'],
    ['05-05-2026', '2026-05-05'],
    ['2026-03-04 00:00:00', '2026-03-04'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s whatever else the file holds', async (text, day) => {
    expect((await daysOf([text])).days).toEqual([day])
  })

  test('that can be read in two ways are settled by others, or asked about', async () => {
    expect((await daysOf(['03/04/2026', '31/12/2025'])).days).toEqual(['2026-04-03', '2025-12-31'])
    expect((await daysOf(['03/04/2026', '12/31/2025'])).days).toEqual(['2026-03-04', '2025-12-31'])
    for (const texts of [['03/04/2026'], ['03/04/2026', '31/12/2025', '12/31/2025']]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { problems, undecided } = await daysOf(texts)
      expect(problems).toMatchObject([{ place: 2, column: 'applied_on' }])
      expect([...undecided]).toEqual(['dates'])
    }
    const told = { decimalSign: null, dayOrder: 'month-first' } as const
    expect((await daysOf(['03/04/2026'], { told, kept: nothing })).days).toEqual(['2026-03-04'])
    // What the file itself tells counts more than what was said of another one.
    const before = { told: nothing, kept: told }
    expect((await daysOf(['03/04/2026', '31/12/2025'], before)).days[0]).toBe('2026-04-03')
  })

  test.each(['30/02/2026', '2026-13-01', '31/31/2026', '04/03/26', 'yesterday', '0012-01-01'])(
    '%s is none',
    async (text) => {
      expect((await daysOf([text])).problems).toMatchObject([{ column: 'applied_on' }])
    },
  )
})

describe('texts', () => {
  test.each([
    ['=HYPERLINK("https://example.com";"x")'],
    ['+32 Logistics'],
    ['-5 Degrees'],
    ['@Home NV'],
    ['NULL'],
    ['True Food'],
    ['1E10 Ltd'],
    ['March1'],
    ['’t Hof'],
    ["'t Hof"],
    ['株式会社テスト'],
    ['شركة'],
    ['Two\nLines'],
    ['x'.repeat(250)],
  ])('%j stays as it is', async (name) => {
    const { rows } = await named(name)
    expect(rows.map((row) => row.name)).toEqual([name])
  })

  test('lose what nobody sees, and the apostrophe that an export put before a formula', async () => {
    expect((await named("'=SUM(A1)")).rows[0]?.name).toBe('=SUM(A1)')
    expect((await named('Maison\u00a0Bleue\u200b  ')).rows[0]?.name).toBe('Maison Bleue')
    for (const name of ['\u200b', 'x'.repeat(251), 'a\u0007b']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await named(name)).problems).toMatchObject([{ column: 'name' }])
    }
  })

  test('numbers keep their leading zeros', async () => {
    const { rows } = await named('Buyer', '0202239951')
    expect(rows).toMatchObject([{ policyId: '0017', registrationNumber: '0202239951' }])
  })
})
