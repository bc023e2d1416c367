// Owns the list of what was bundled into the program, and the notices that its licences ask to be shipped.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The last package in a path: of an absolute one, or of one that is relative to the window's folder. */
const packagePattern = /^.*[\\/](node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)(?=[\\/])/
const listsFolder = 'out'
const listName = /^bundled-[a-z]+\.json$/

/**
 * A plugin for one build: writes down the folders of the packages of which code, styles or fonts went into it.
 * @param {string} name of the build: main, preload or renderer
 * @returns {import('vite').Plugin}
 */
export function listBundledPackages(name) {
  const folders = new Set()
  const add = file => {
    const folder = packagePattern.exec(file)?.[1]
    if (folder) folders.add(folder.replaceAll('\\', '/'))
  }
  return {
    name: 'list-bundled-packages',
    apply: 'build',
    // Styles and fonts are no longer modules when the bundle is made, so they are noted when they are read.
    load(id) {
      if (/\.(css|woff2?)($|\?)/.test(id)) add(id)
    },
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') Object.keys(output.modules).forEach(add)
        else output.originalFileNames.forEach(add)
      }
    },
    closeBundle() {
      writeFileSync(
        join(listsFolder, `bundled-${name}.json`),
        JSON.stringify(
          [...folders].toSorted((one, other) => one.localeCompare(other)),
          null,
          2
        )
      )
    }
  }
}

/**
 * Writes the notices of every bundled package to one file: name, version, licence, and the licence's text.
 * Throws where a package that was bundled has no licence file, since it could not be shipped rightly.
 * @param {string} target the file to write
 */
export function writeNotices(target) {
  rmSync(target, { force: true })
  const lists = readdirSync(listsFolder).filter(name => listName.test(name))
  const folders = new Set(lists.flatMap(name => JSON.parse(readFileSync(join(listsFolder, name), 'utf8'))))
  const notices = [...folders].map(readNotice).toSorted((one, other) => one.localeCompare(other))
  writeFileSync(target, `Lontar contains these works of others.\n\n${notices.join('\n\n')}\n`)
  return notices.length
}

function readNotice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry) && !/\.(js|ts)$/.test(entry))
  const readme = join(folder, 'README.md')
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : licenceOfReadme(readme)
  if (!license && !text) throw new Error(`${name} ${version} says no licence`)
  return `${'='.repeat(80)}\n${name} ${version} (${license ?? 'see below'})\n\n${text}`
}

/** The part of a README about its licence; some packages have it nowhere else. */
function licenceOfReadme(file) {
  if (!existsSync(file)) return ''
  return /^#+\s*licen[cs]e[\s\S]*/im.exec(readFileSync(file, 'utf8'))?.[0].trim() ?? ''
}
