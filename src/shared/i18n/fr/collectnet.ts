/** Collect@Net: its menu. */
export const collectnet = {
  cases: 'Dossiers',
  enter: 'Saisir un dossier',
}
