import { expect, it } from 'vitest'
import {
  managedConfigurationFile,
  systemFolder,
} from '../../../../src/main/platform/managed-file/location.ts'

it('stands where administrators of each system put such files', () => {
  expect(managedConfigurationFile('linux')).toBe('/etc/atradius-services-online/config.json')
  expect(managedConfigurationFile('darwin')).toBe(
    '/Library/Application Support/Atradius Services Online/config.json',
  )
  expect(managedConfigurationFile('win32', () => 'D:\\Windows')).toBe(
    'D:\\ProgramData\\Atradius Services Online\\config.json',
  )
})

it('is on the usual drive where the system does not tell', () => {
  // No kernel but Windows' has a name for that folder.
  if (process.platform !== 'win32') expect(systemFolder()).toBe('C:\\Windows')
})
