// Owns whole applications for tests: real library, real worker threads, a host that records what it was asked.
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EventChannel } from '@shared/ipc/channels'
import { createApplication, type Application } from '../../../src/main/application/createApplication'
import type { Host } from '../../../src/main/application/host'
import { temporaryFolder } from './temporaryFolder'

/** An application and what it told the outside. */
export interface TestApplication {
  readonly application: Application
  readonly folder: string
  readonly events: { readonly channel: EventChannel; readonly payload: unknown }[]
  readonly asked: string[]
}

/** The bundled workers that `buildWorkers.ts` makes before the tests. */
const testWorkers = {
  importing: resolve('out/test-workers/importWorker.js'),
  search: resolve('out/test-workers/searchWorker.js'),
  imports: resolve('out/test-workers/importThread.js')
}

/** Opens an application in a folder of its own (or the given one); it is ended with the test. */
export function openTestApplication(options: { folder?: string; host?: Partial<Host> } = {}): TestApplication {
  const folder = options.folder ?? temporaryFolder()
  const events: TestApplication['events'] = []
  const asked: string[] = []
  const host: Host = {
    kind: 'electron',
    version: '0.0.0',
    systemLocale: () => 'en',
    canRevealFiles: true,
    hasFileDialogs: true,
    openExternal: async address => void asked.push(`openExternal ${address}`),
    revealFile: async path => void asked.push(`revealFile ${path}`),
    openFolder: async path => void asked.push(`openFolder ${path}`),
    pickPaths: async () => [],
    saveText: async () => null,
    showProgress: fraction => void asked.push(`showProgress ${fraction}`),
    takeUpload: () => undefined,
    samplePath: language => resolve('resources', 'sample', `${language}.txt`),
    ...options.host
  }
  const application = createApplication({
    folder,
    workers: testWorkers,
    host,
    emit: (channel, payload) => void events.push({ channel, payload }),
    now: Date.now,
    log: () => undefined
  })
  const dispose = once(application.dispose)
  onTestFinished(dispose)
  return { application: { ...application, dispose }, folder, events, asked }
}

/** Imports paths and gives the receipt. */
export async function importPaths(application: Application, paths: readonly string[]) {
  const items = paths.map(path => ({ kind: 'path', path }) as const)
  const { importId } = await application.imports.waitFor(application.imports.enqueue({ kind: 'items', items }))
  return application.library.imports.getReceipt(importId, null, 0, 500)
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= action())
}
