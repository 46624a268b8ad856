import type { Texts } from '../texts.ts'
import type { grid as french } from '../fr/grid.ts'

export const grid: Texts<typeof french> = {
  keys: 'Frecce, Home, Fine e Pagina per spostarsi, prime lettere per trovare un nome, Invio per aprire.',
  keysSelecting:
    'Frecce, Home, Fine e Pagina per spostarsi, prime lettere per trovare un nome, Invio per aprire, Spazio per selezionare.',
  sort: 'Ordina per questa colonna',
  ascending: 'In ordine crescente: inverti',
  descending: 'In ordine decrescente: inverti',
}
