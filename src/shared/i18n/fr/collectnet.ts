/** Collect@Net: its menu. */
export const collectnet = {
  cases: 'Dossiers',
}
