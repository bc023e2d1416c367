import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseDataFolder } from '../../src/main/dataFolder'
import { temporaryFolder } from './support/temporaryFolder'

const nowhere = { given: undefined, environment: {}, platform: 'linux', executable: '/nowhere/lontar' } as const

describe('chooseDataFolder', () => {
  it('prefers --data-dir, then the environment, then a portable folder, then the person’s own', () => {
    const folder = temporaryFolder()
    const executable = join(folder, 'lontar')
    const home = { XDG_CONFIG_HOME: '/home/sri/.config' }
    const own = { ...nowhere, executable, environment: home }
    const chosen = [chooseDataFolder(own)]
    mkdirSync(join(folder, 'portable'))
    chosen.unshift(chooseDataFolder(own))
    chosen.unshift(chooseDataFolder({ ...own, environment: { ...home, LONTAR_DATA_DIR: '/from/environment' } }))
    chosen.unshift(chooseDataFolder({ ...own, given: 'typed', environment: { LONTAR_DATA_DIR: '/from/environment' } }))
    expect(chosen).toEqual([
      resolve('typed'),
      resolve('/from/environment'),
      join(folder, 'portable'),
      '/home/sri/.config/Lontar/library'
    ])
  })

  it('follows each system’s convention', () => {
    const windows = { ...nowhere, platform: 'win32', environment: { APPDATA: 'C:/Users/sri/AppData/Roaming' } } as const
    expect(chooseDataFolder(windows).replaceAll('\\', '/')).toBe('C:/Users/sri/AppData/Roaming/Lontar/library')
    expect(chooseDataFolder({ ...nowhere, platform: 'darwin' })).toContain(
      join('Library', 'Application Support', 'Lontar')
    )
  })
})
