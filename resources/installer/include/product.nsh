; What the installer and the uninstaller know of the product, and where it stands on a computer.
; `tests/scripts/windows-installer.test.ts` compares it with electron-builder.yml and the app.

!define PRODUCT "Atradius Services Online"
!define PUBLISHER "Atradius"
!define PROGRAM "${PRODUCT}.exe"
!define UNINSTALLER "Uninstall ${PRODUCT}.exe"

; By this Windows groups the app's windows and knows whose notifications are shown.
!define APP_USER_MODEL_ID "com.atradius.services-online"
!define LINK_SCHEME "atradius-services-online"
!define LINK_KEY "Software\Classes\${LINK_SCHEME}"

; The entry among Windows' installed apps. Former versions, whose installer electron-builder wrote,
; stand under the same name, which it derives from the `appId`, and noted their folder in a key of their own.
!define GUID "af8c681e-3578-5fb9-8068-1d8cd1d7d275"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${GUID}"
!define FORMER_INSTALLER_KEY "Software\${GUID}"

; What a person has: settings, the encrypted store and the log under %APPDATA%, and the keys to them
; in Windows' credential manager, each as `<name>.<service>`.
!define DATA_FOLDER "${PRODUCT}"
!define KEYCHAIN_SERVICE "${PRODUCT}"

; Under %LOCALAPPDATA%: what was downloaded, and the installers that updates go back to.
!define UPDATES_FOLDER "services-online-updater"

; Beside the program: what was installed, a line each, so that no other file is ever removed.
!define FILE_LIST "installed-files.txt"

!define START_MENU_LINK "$SMPROGRAMS\${PRODUCT}.lnk"
!define DESKTOP_LINK "$DESKTOP\${PRODUCT}.lnk"
