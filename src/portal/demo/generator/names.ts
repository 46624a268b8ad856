/** Names of companies that nobody has, as each country forms them, and some that are hard to handle. */
import type { Random, Weighted } from './random.ts'

/** Where invented companies are: how often, what they are called there, and their money. */
export const markets = {
  BE: { weight: 24, currency: 'EUR', forms: ['NV', 'BV', 'SA', 'SRL'], language: 'benelux' },
  NL: { weight: 17, currency: 'EUR', forms: ['B.V.', 'N.V.', 'V.O.F.'], language: 'benelux' },
  FR: { weight: 16, currency: 'EUR', forms: ['SARL', 'SAS', 'SA'], language: 'french' },
  DE: { weight: 15, currency: 'EUR', forms: ['GmbH', 'AG', 'KG'], language: 'german' },
  IT: { weight: 7, currency: 'EUR', forms: ['S.r.l.', 'S.p.A.'], language: 'southern' },
  ES: { weight: 6, currency: 'EUR', forms: ['S.L.', 'S.A.'], language: 'southern' },
  GB: { weight: 6, currency: 'GBP', forms: ['Ltd', 'PLC'], language: 'english' },
  US: { weight: 3, currency: 'USD', forms: ['Inc.', 'LLC'], language: 'english' },
  PL: { weight: 3, currency: 'PLN', forms: ['Sp. z o.o.', 'S.A.'], language: 'slavic' },
  DK: { weight: 2, currency: 'DKK', forms: ['A/S', 'ApS'], language: 'german' },
  CH: { weight: 1, currency: 'CHF', forms: ['AG', 'SA'], language: 'german' },
  JP: { weight: 0.5, currency: 'JPY', forms: ['K.K.'], language: 'japanese' },
  KW: { weight: 0.2, currency: 'KWD', forms: ['W.L.L.'], language: 'english' },
} as const satisfies Record<
  string,
  {
    readonly weight: number
    readonly currency: string
    readonly forms: readonly [string, ...string[]]
    readonly language: keyof typeof families
  }
>
export type Market = keyof typeof markets

export const marketNames: readonly Market[] = Object.keys(markets).filter(isMarket)

function isMarket(text: string): text is Market {
  return text in markets
}

/** Half of a family's name each: any two of a language make one. */
const families = {
  benelux: [
    [
      'Vanden',
      'Ver',
      'De',
      'Claes',
      'Haver',
      'Meer',
      'Kuyper',
      'Dael',
      'Linden',
      'Bos',
      'Del',
      'Mar',
    ],
    [
      'berg',
      'haegen',
      'mans',
      'winkel',
      'beke',
      'haert',
      'kamp',
      'broeck',
      'hoven',
      'court',
      'veld',
      'steen',
    ],
  ],
  french: [
    ['Beau', 'Mont', 'Lam', 'Char', 'Du', 'Fontai', 'Gué', 'Ros', 'Vi', 'Per', 'Saint-', 'Cha'],
    ['mont', 'rier', 'bert', 'lieu', 'val', 'ne', 'rin', 'sier', 'gnac', 'ret', 'tel', 'clair'],
  ],
  german: [
    [
      'Stein',
      'Hof',
      'Kir',
      'Lind',
      'Schwarz',
      'Berg',
      'Grün',
      'Wald',
      'Eich',
      'Müll',
      'Rosen',
      'Hart',
    ],
    [
      'meier',
      'mann',
      'schner',
      'holm',
      'bach',
      'er',
      'stedt',
      'hausen',
      'feld',
      'berger',
      'thal',
      'wig',
    ],
  ],
  southern: [
    ['Monte', 'Villa', 'San', 'Cor', 'Ber', 'Ros', 'Car', 'Al', 'Fer', 'Val', 'Gar', 'Mar'],
    [
      'nero',
      'verde',
      'dini',
      'tez',
      'nardi',
      'selli',
      'bonell',
      'varado',
      'rante',
      'lejo',
      'cía',
      'tinel',
    ],
  ],
  english: [
    [
      'Ash',
      'Black',
      'Ches',
      'Har',
      'Kings',
      'Lang',
      'North',
      'Oak',
      'Red',
      'Stan',
      'Thorn',
      'Whit',
    ],
    ['ford', 'wood', 'ter', 'low', 'bridge', 'ley', 'field', 'ham', 'stone', 'ton', 'by', 'combe'],
  ],
  slavic: [
    [
      'Kowal',
      'Nowa',
      'Wiśnie',
      'Zieli',
      'Dąb',
      'Koz',
      'Jan',
      'Maz',
      'Krawc',
      'Szyma',
      'Woj',
      'Gra',
    ],
    [
      'ski',
      'kowicz',
      'wski',
      'ński',
      'rowa',
      'łów',
      'czak',
      'urek',
      'zyk',
      'niak',
      'tas',
      'bowiec',
    ],
  ],
  japanese: [
    [
      'Yama',
      'Taka',
      'Mori',
      'Kawa',
      'Ishi',
      'Naka',
      'Fuji',
      'Matsu',
      'Hara',
      'Shima',
      'Ono',
      'Kita',
    ],
    ['moto', 'hashi', 'da', 'mura', 'kawa', 'no', 'saki', 'zawa', 'guchi', 'be', 'ta', 'yama'],
  ],
} as const satisfies Record<
  string,
  readonly [readonly [string, ...string[]], readonly [string, ...string[]]]
>

/** What companies do, by how many do it, with the words of several languages for it. */
const trades: Weighted<readonly [trade: string, words: readonly [string, ...string[]]]> = [
  [['food', ['Food', 'Voeding', 'Alimentation', 'Lebensmittel', 'Alimentari']], 16],
  [['construction', ['Bouw', 'Construction', 'Bau', 'Costruzioni', 'Building']], 15],
  [['steel', ['Staal', 'Métal', 'Metallbau', 'Steel', 'Acciai']], 11],
  [['transport', ['Transport', 'Logistics', 'Logistiek', 'Spedition', 'Trasporti']], 12],
  [['textiles', ['Textiel', 'Textiles', 'Mode', 'Tessuti']], 7],
  [['chemicals', ['Chemie', 'Chimie', 'Chemicals', 'Chimica']], 6],
  [['packaging', ['Verpakking', 'Emballages', 'Packaging', 'Imballaggi']], 7],
  [['electronics', ['Elektro', 'Électronique', 'Electronics', 'Elettronica']], 9],
  [['furniture', ['Meubelen', 'Mobilier', 'Möbel', 'Furniture']], 5],
  [['agriculture', ['Agro', 'Jardins', 'Garten', 'Farms']], 6],
  [['paper', ['Papier', 'Imprimerie', 'Druck', 'Print']], 3],
  [['health', ['Pharma', 'Santé', 'Medical', 'Salute']], 3],
]

/** What has broken programs before: accents, apostrophes, scripts, formulas, and words that look like values. */
export const awkwardNames = [
  { name: 'L’Oréal Distribution', market: 'FR' },
  { name: "O'Brien & Sons Ltd", market: 'GB' },
  { name: 'O’Brien Freight Ltd', market: 'GB' },
  { name: 'Ørsted Værktøj A/S', market: 'DK' },
  { name: 'Škoda Nářadí s.r.o.', market: 'PL' },
  { name: 'İstanbul Tekstil', market: 'DE' },
  { name: 'Großhandel Weiß GmbH', market: 'DE' },
  { name: 'Grosshandel Weiss GmbH', market: 'DE' },
  // A letter and its accent apart, as some systems write them.
  { name: 'Cafe\u0301 de la Paix', market: 'FR' },
  { name: 'Maison\u00a0Bleue SARL', market: 'FR' },
  { name: '株式会社テスト', market: 'JP' },
  { name: 'ООО «Ромашка»', market: 'PL' },
  { name: 'شركة الخليج للتجارة', market: 'KW' },
  { name: '=HYPERLINK("https://example.com";"Click")', market: 'BE' },
  { name: '+32 Logistics', market: 'BE' },
  { name: '-5 Degrees', market: 'NL' },
  { name: '@Home NV', market: 'BE' },
  { name: 'NULL', market: 'NL' },
  { name: 'True Food', market: 'GB' },
  { name: '1E10 Ltd', market: 'GB' },
  { name: 'March1', market: 'GB' },
  { name: 'Two Lines\nTrading Ltd', market: 'GB' },
  // Two that differ in case only.
  { name: 'De Beer NV', market: 'BE' },
  { name: 'de beer NV', market: 'BE' },
  {
    name: `Internationale Handelsgesellschaft ${'für Waren aller Art und '.repeat(8)}mehr AG`,
    market: 'DE',
  },
] as const satisfies readonly { readonly name: string; readonly market: Market }[]

/** What a company of `market` might be called, and what it does. */
export function inventName(random: Random, market: Market): { name: string; trade: string } {
  const { forms, language } = markets[market]
  const [first, second] = families[language]
  const family = () => `${random.pick(first)}${random.pick(second)}`
  const [trade, words] = random.weighted(trades)
  const word = random.pick(words)
  const form = random.pick(forms)
  const owners = random.chance(usualPairs) ? family() : `${family()} & ${family()}`
  const name = random.chance(0.5) ? `${owners} ${word} ${form}` : `${word} ${owners} ${form}`
  return { name, trade }
}

/** How many companies bear one family's name; the others bear two. */
const usualPairs = 0.7

const towns = {
  BE: ['Namur', 'Liège', 'Gent', 'Antwerpen', 'Brugge', 'Mons', 'Hasselt', 'Leuven'],
  NL: ['Rotterdam', 'Utrecht', 'Eindhoven', 'Groningen', 'Breda', 'Zwolle'],
  FR: ['Lyon', 'Lille', 'Nantes', 'Bordeaux', 'Reims', 'Metz', 'Marseille'],
  DE: ['Köln', 'Hamburg', 'München', 'Leipzig', 'Aachen', 'Düsseldorf'],
  IT: ['Milano', 'Torino', 'Bologna', 'Verona', 'Forlì'],
  ES: ['Madrid', 'Valencia', 'Sevilla', 'Málaga', 'Zaragoza'],
  GB: ['Leeds', 'Bristol', 'Manchester', 'Cardiff', 'Glasgow'],
  US: ['Chicago', 'Boston', 'Dallas', 'Seattle'],
  PL: ['Łódź', 'Kraków', 'Gdańsk', 'Poznań'],
  DK: ['København', 'Aarhus', 'Odense'],
  CH: ['Zürich', 'Genève', 'Basel'],
  JP: ['東京', '大阪', '名古屋'],
  KW: ['Kuwait City'],
} as const satisfies Record<Market, readonly [string, ...string[]]>

/** Where a company of `market` might be. */
export function townIn(random: Random, market: Market): string {
  return random.pick(towns[market])
}

/** A company's number as its country writes them; those of Belgium and France with their check digits. */
export function registrationNumber(random: Random, market: Market): string {
  if (market === 'BE') {
    const first = random.whole(2_000_000, 9_999_999)
    return `0${first}${String(97 - (first % 97)).padStart(2, '0')}`
  }
  const digits = String(random.whole(10_000_000, 99_999_999))
  return market === 'FR' ? `${digits}${luhnDigit(digits)}` : digits
}

/** The digit behind `digits` with which Luhn's sum is a multiple of ten. */
function luhnDigit(digits: string): number {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, place) => {
      const doubled = place % 2 === 0 ? 2 * Number(digit) : Number(digit)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return (10 - (sum % 10)) % 10
}
