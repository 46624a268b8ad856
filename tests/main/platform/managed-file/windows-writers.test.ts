import { describe, expect, it } from 'vitest'
import { onlyAdministratorsWrite } from '../../../../src/main/platform/managed-file/windows-writers.ts'

// As Windows has them: a drive's root, ProgramData, and what an administrator puts below it.
const drive =
  'O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464G:S-1-5-80-1D:PAI(A;;LC;;;AU)(A;OICIIO;SDGXGWGR;;;AU)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)'
const programData =
  'O:SYG:SYD:PAI(A;OICIIO;GA;;;CO)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)'
const folder =
  'O:BAG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)'
const file = 'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)'

const path = String.raw`C:\ProgramData\Atradius Services Online\config.json`
const asked: string[][] = []
const trusted = (...descriptors: readonly string[]) =>
  onlyAdministratorsWrite(path, async (paths) => {
    asked.push([...paths])
    return descriptors
  })

describe('a managed file of Windows', () => {
  it('counts where an administrator has put it, with the rights that it has by itself', async () => {
    expect(await trusted(file, folder, programData, drive)).toBe(true)
    expect(asked.at(-1)).toEqual([
      path,
      String.raw`C:\ProgramData\Atradius Services Online`,
      String.raw`C:\ProgramData`,
      'C:\\',
    ])
  })

  it.each([
    ['a plain user owns it', file.replace('O:BA', 'O:S-1-5-21-1-2-3-1001')],
    ['everyone writes it', `${file}(A;;FW;;;WD)`],
    ['users change it, in hexadecimal', `${file}(A;ID;0x1301bf;;;BU)`],
    ['its creator has everything', `${file}(A;;FA;;;S-1-5-21-1-2-3-1001)`],
    ['users may take it', `${file}(A;;WO;;;BU)`],
    ['users may change its rights', `${file}(A;;WD;;;AU)`],
    ['users may delete it', `${file}(A;;SD;;;IU)`],
    ['a condition lets them', `${file}(XA;;FA;;;WD;(@User.x == 1))`],
    ['nothing protects it', 'O:BAG:SYD:NO_ACCESS_CONTROL'],
    ['it has no list', 'O:BAG:SY'],
    ['it has an empty one', 'O:BAG:SYD:'],
    ['its rights are of a kind that nobody knows', `${file}(A;;ZZ;;;BU)`],
    ['nothing can be read', ''],
  ])('does not where %s', async (_what, sddl) => {
    expect(await trusted(sddl, folder, programData, drive)).toBe(false)
  })

  it.each([
    ['a user made the folder first', folder.replace('O:BA', 'O:S-1-5-21-1-2-3-1001')],
    ['users may replace what is in it', `${folder}(A;OICI;0x1301ff;;;BU)`],
    ['users may delete what is in it', `${folder}(A;;DT;;;BU)`],
  ])('does not where %s', async (_what, sddl) => {
    expect(await trusted(file, sddl, programData, drive)).toBe(false)
    expect(await trusted(file, folder, sddl, drive)).toBe(false)
  })

  it('counts also where others are expressly denied, or only read', async () => {
    expect(await trusted(`${file}(D;;FA;;;WD)(A;;FR;;;WD)`, folder, programData, drive)).toBe(true)
  })

  it('does not where the system told less than it was asked', async () => {
    expect(await trusted(file, folder)).toBe(false)
    await expect(
      onlyAdministratorsWrite(path, () => Promise.reject(new Error('no PowerShell'))),
    ).rejects.toThrow('no PowerShell')
  })
})
