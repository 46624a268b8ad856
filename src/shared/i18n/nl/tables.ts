import type { tables as source } from '../fr/tables.ts'
import type { Texts } from '../texts.ts'

export const tables: Texts<typeof source> = {
  source: {
    sheet: 'Gelezen werkblad',
    mixed: 'Dit bestand gebruikt twee coderingen door elkaar. Controleer letters met accenten.',
    broken:
      'Door aanhalingstekens konden deze regels niet worden gelezen; ze zijn niet overgenomen: {{places}}.',
  },
  columns: {
    title: 'Wat de kolommen bevatten',
    guessed:
      'We hebben herkend wat we konden. Uw keuzes worden onthouden voor tabellen met dezelfde kolommen.',
    known: 'U hebt al een tabel met deze kolommen gelezen: uw keuzes zijn overgenomen.',
    none: 'Geen enkele kolom is herkend. Zeg wat elke kolom bevat.',
    header: 'De eerste regel bevat de titels',
    unnamed: 'Kolom {{number}}',
    sample: 'Bijvoorbeeld: {{sample}}',
    ignore: 'Niet lezen',
    policy: 'Polis van regels zonder polis',
    noPolicy: 'Geen',
  },
  questions: {
    decimalSign: 'Hoeveel is „{{sample}}”?',
    dayOrder: 'Welke dag is „{{sample}}”?',
    hint: 'Uw antwoord geldt voor de hele tabel, en voor volgende tabellen met dezelfde kolommen.',
  },
  answers: {
    decimalSign: 'Decimalen, waar de tabel ze niet laat zien',
    comma: 'Komma: 12,50',
    point: 'Punt: 12.50',
    dayOrder: 'Volgorde van datums, waar de tabel die niet laat zien',
    'day-first': 'Dag, dan maand',
    'month-first': 'Maand, dan dag',
  },
}
