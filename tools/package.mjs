// npm run package [-- OPTION…]: builds, then packages with electron-builder; options go to it as they are.
import { spawnSync } from 'node:child_process'
import { buildWhenStale } from './build.mjs'
import { writeNotices } from './licences.mjs'

buildWhenStale()
const given = process.argv.slice(2)
writeNotices('out/THIRD-PARTY-NOTICES.txt')
const result = spawnSync('electron-builder', given, {
  stdio: 'inherit',
  shell: process.platform === 'win32'
})
process.exit(result.status ?? 1)
