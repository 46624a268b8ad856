import type { Texts } from '../texts.ts'
import type { grid as french } from '../fr/grid.ts'

export const grid: Texts<typeof french> = {
  keys: 'Flechas, Inicio, Fin y Página para moverse, primeras letras para encontrar un nombre, Intro para abrir.',
  keysSelecting:
    'Flechas, Inicio, Fin y Página para moverse, primeras letras para encontrar un nombre, Intro para abrir, espacio para seleccionar.',
  sort: 'Ordenar por esta columna',
  ascending: 'En orden ascendente: invertir',
  descending: 'En orden descendente: invertir',
}
