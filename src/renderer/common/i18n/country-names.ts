/** What people call countries besides their names in the app's language. */
import { iso31661Alpha2ToAlpha3 } from 'iso-3166'
import { countryCodes, type CountryCode } from '../../../shared/rules/countries.ts'
import { languageList } from './languages.ts'

/** Former names, names of parts, abbreviations: what Intl does not know, in whichever language. */
// prettier-ignore -- a line a country
const otherNames: Partial<Readonly<Record<CountryCode, readonly string[]>>> = {
  AE: ['UAE', 'EAU', 'VAE', 'Dubai', 'Dubaï', 'Abu Dhabi'],
  BA: ['BiH'],
  BY: ['Biélorussie', 'Wit-Rusland', 'Weißrussland', 'Bielorrusia', 'Bielorussia'],
  CD: ['DRC', 'RDC', 'DR Congo', 'Zaïre', 'Zaire', 'Kinshasa'],
  CG: ['Brazzaville'],
  CI: ['Ivory Coast', 'Côte d’Ivoire', 'Ivoorkust', 'Elfenbeinküste'],
  CN: ['PRC', 'RPC'],
  CV: ['Cap-Vert', 'Cape Verde', 'Kaapverdië'],
  CZ: [
    'Czech Republic',
    'République tchèque',
    'Tsjechische Republiek',
    'Tschechische Republik',
    'Bohemia',
  ],
  DE: ['RFA', 'BRD', 'FRG'],
  GB: [
    'UK',
    'VK',
    'Great Britain',
    'Britain',
    'Grande-Bretagne',
    'Groot-Brittannië',
    'Großbritannien',
    'Gran Bretaña',
    'Gran Bretagna',
    'England',
    'Angleterre',
    'Engeland',
    'Inglaterra',
    'Inghilterra',
    'Scotland',
    'Écosse',
    'Schotland',
    'Schottland',
    'Escocia',
    'Scozia',
    'Wales',
    'Pays de Galles',
    'Gales',
    'Galles',
    'Northern Ireland',
    'Irlande du Nord',
    'Noord-Ierland',
    'Nordirland',
    'Irlanda del Norte',
    'Irlanda del Nord',
  ],
  GR: ['Hellas'],
  IE: ['Éire', 'Eire'],
  IR: ['Perse', 'Persia', 'Persien', 'Perzië'],
  KP: ['DPRK', 'RPDC'],
  KR: ['ROK', 'Korea', 'Corée', 'Corea'],
  LK: ['Ceylan', 'Ceylon', 'Ceilán'],
  MK: ['Macedonia', 'Macédoine', 'Mazedonien', 'Macedonië', 'FYROM'],
  MM: ['Burma', 'Birmanie', 'Birma', 'Birmania'],
  NL: ['Holland', 'Hollande', 'Holanda', 'Olanda'],
  PS: ['Palestine', 'Palestina', 'Palästina'],
  RU: ['URSS', 'USSR', 'Sowjetunion', 'Sovjet-Unie'],
  SZ: ['Swaziland'],
  TH: ['Siam'],
  TL: ['East Timor', 'Timor oriental'],
  TR: ['Turkey', 'Türkiye', 'Turkiye', 'Turquie', 'Turkije', 'Türkei', 'Turquía', 'Turchia'],
  TW: ['Formose', 'Formosa', 'Taipei'],
  US: [
    'USA',
    'EUA',
    'EE. UU.',
    'EEUU',
    'VS',
    'États-Unis',
    'America',
    'Amérique',
    'Amerika',
    'América',
  ],
  VA: ['Holy See', 'Saint-Siège', 'Heilige Stoel', 'Heiliger Stuhl', 'Santa Sede'],
}

let found: ReadonlyMap<CountryCode, readonly string[]> | null = null

/** The ISO codes, the names in all six languages, long and short, and what else a country is called. */
export function otherNamesOf(code: CountryCode): readonly string[] {
  found ??= new Map(countryCodes.map((one) => [one, namesOf(one)]))
  return found.get(code) ?? []
}

const displays = languageList.flatMap((language) =>
  (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames(language, { type: 'region', style }),
  ),
)

function namesOf(code: CountryCode): readonly string[] {
  const names = displays.map((display) => display.of(code) ?? code)
  const alpha3 = iso31661Alpha2ToAlpha3[code]
  return [
    ...new Set([
      code,
      ...(alpha3 === undefined ? [] : [alpha3]),
      ...names,
      ...(otherNames[code] ?? []),
    ]),
  ]
}
