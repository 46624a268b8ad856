/** The third start of a new version that has never come to its first screen. */
import { join } from 'node:path'
import { dialog } from 'electron'
import type { Language } from '../../../shared/languages.ts'
import { restoreFormer, storesFolderIn } from '../../store/former-files.ts'
import { publisherCheckFor } from '../../updates/authenticode.ts'
import { goBack } from '../../updates/go-back.ts'
import { readPackagedConfiguration } from '../../updates/installation.ts'
import { startDetached } from '../../updates/run-installer.ts'
import { updatesFolder, type Trial } from '../../updates/trial.ts'
import { languageOr, startTexts } from './failed-start.ts'

/**
 * Starts the installer of the version before, with the stores as that version left them.
 * @param profile the profile folder
 * @returns false where there is no way back: the person has been told, and the app starts once more
 */
export async function backToFormer(
  trial: Trial,
  profile: string,
  language: () => Language,
): Promise<boolean> {
  const { platform, resourcesPath } = process
  const packaged = await readPackagedConfiguration(join(resourcesPath, 'app-update.yml'))
  const isBack = await goBack({
    trial,
    folder: updatesFolder(profile),
    platform,
    appImage: process.env['APPIMAGE'],
    verifyPublisher: publisherCheckFor(platform, packaged?.publishers ?? []),
    restoreStores: () => restoreFormer(storesFolderIn(profile)),
    start: startDetached,
  })
  if (!isBack) {
    const { title, updateFails } = startTexts[languageOr(language, 'fr')]
    dialog.showErrorBox(
      title,
      updateFails.replace('{{version}}', () => trial.to),
    )
  }
  return isBack
}
