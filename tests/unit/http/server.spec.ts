import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLimitedHost } from '../../../src/main/application/limitedHost'
import { createEventStream } from '../../../src/main/http/eventStream'
import { startHttpServer } from '../../../src/main/http/server'
import { createUploads } from '../../../src/main/http/uploads'
import { createRouter } from '../../../src/main/ipc/router'
import { cookieName } from '../../../src/main/policy/loopback'
import { openTestApplication } from '../support/testApplication'
import { temporaryFolder } from '../support/temporaryFolder'

const secret = 'a-secret-for-this-test'

async function startServer() {
  const folder = temporaryFolder()
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><head><title>Lontar</title></head>')
  writeFileSync(join(rendererFolder, 'assets', 'a.js'), '1')
  writeFileSync(join(folder, 'secret.json'), '{}')
  const uploads = createUploads(folder)
  const events = createEventStream()
  const host = createLimitedHost({
    kind: 'browser',
    version: '0',
    resourcesFolder: 'resources',
    refusal: 'no',
    takeUpload: uploads.take
  })
  const { application } = openTestApplication({ host })
  const server = await startHttpServer(
    {
      router: createRouter({ handlers: application.handlers, checksOutput: true, log: () => undefined }),
      events,
      uploads,
      rendererFolder,
      readResource: async () => undefined,
      secret,
      log: () => undefined
    },
    0
  )
  onTestFinished(server.close)
  const origin = `http://127.0.0.1:${server.port}`
  const cookie = `${cookieName(server.port)}=${secret}`
  /** A request with exactly these headers, so that a test may send a wrong Host. */
  const send = (method: string, path: string, headers: Record<string, string> = {}, body = '') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port: server.port,
          method,
          path,
          headers: { cookie, origin, ...headers },
          setHost: !headers['host']
        },
        response => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (part: string) => (text += part))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
        }
      )
      request.on('error', reject)
      request.end(body)
    })
  return { application, server, send, origin }
}

describe('startHttpServer', () => {
  it.each<[string, string, Record<string, string>, number]>([
    ['GET', '/', { cookie: '' }, 401],
    ['GET', '/?token=wrong', { cookie: '' }, 401],
    ['GET', '/', { host: 'evil.example' }, 421],
    ['POST', '/request/library%3AcountArticles', { origin: 'http://evil.example' }, 403],
    ['POST', '/request/library%3AcountArticles', { cookie: 'lontar-1=x' }, 401],
    ['GET', '/events', { cookie: '' }, 401],
    ['GET', '/../secret.json', {}, 404],
    ['GET', '/assets/%2e%2e/%2e%2e/secret.json', {}, 404],
    ['GET', '/assets/..%5c..%5csecret.json', {}, 404],
    ['GET', '/resource/../../library.db', {}, 404],
    ['DELETE', '/', {}, 405]
  ])('answers %s %s with %j by %i', async (method, path, headers, status) => {
    const { send } = await startServer()
    expect((await send(method, path, headers)).status).toBe(status)
  })

  it('trades the token in its address for a cookie that scripts cannot read', async () => {
    const { send, server } = await startServer()
    const { pathname, search } = new URL(server.address)
    const answer = await send('GET', pathname + search, { cookie: '' })
    expect(answer).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
  })

  it('serves the page with its policy and the bridge in front of every other script', async () => {
    const { send } = await startServer()
    const { headers, body } = await send('GET', '/')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(body).toContain('<head><script type="module" src="/assets/browserBridge.js"></script><title>')
  })

  it('answers a request of the contract, and refuses what is no JSON', async () => {
    const { send } = await startServer()
    const good = await send('POST', '/request/library%3AcountArticles', {}, '{}')
    const bad = await send('POST', '/request/library%3AcountArticles', {}, '{')
    expect([JSON.parse(good.body).kind, JSON.parse(bad.body).error.code]).toEqual(['ok', 'invalid_input'])
  })

  it('takes no path from a page, since a page may not name files of the machine', async () => {
    const { send } = await startServer()
    const items = JSON.stringify({ items: [{ kind: 'path', path: '/etc/hostname' }] })
    const answer = await send('POST', '/request/importing%3Aenqueue', {}, items)
    expect(JSON.parse(answer.body)).toMatchObject({ kind: 'error', error: { code: 'not_available' } })
  })

  it('takes the address for the browser’s command line once, and the printed one again', async () => {
    const { send, server } = await startServer()
    const open = async (address: string) => {
      const { pathname, search } = new URL(address)
      return (await send('GET', pathname + search, { cookie: '' })).status
    }
    const once = [await open(server.addressForOneUse), await open(server.addressForOneUse)]
    expect([...once, await open(server.address), await open(server.address)]).toEqual([303, 401, 303, 303])
  })

  it.each(['../../evil.txt', '/etc/evil.txt', 'a/../../evil.txt', 'a\0.txt'])(
    'keeps no file at %j, and says so in the receipt',
    async path => {
      const { send, application } = await startServer()
      await send('POST', '/upload/u1', { 'x-relative-path': encodeURIComponent(path) }, 'text')
      await send('POST', '/upload/u1', { 'x-relative-path': 'good.txt' }, 'Judul yang baik\n\nIsi yang cukup.\n')
      const { importId } = await application.handlers['importing:enqueue']({
        items: [{ kind: 'upload', uploadId: 'u1' }]
      })
      expect((await application.imports.waitFor(importId)).totals).toMatchObject({ imported: 1, failed: 1 })
    }
  )

  it('refuses what is no upload', async () => {
    const { send } = await startServer()
    const answers = [
      await send('POST', '/upload/..%2fx', { 'x-relative-path': 'a.txt' }, 'text'),
      await send('POST', '/upload/u1', { 'x-relative-path': '%' }, 'text')
    ]
    expect(answers.map(answer => JSON.parse(answer.body).error.code)).toEqual(['invalid_input', 'invalid_input'])
  })

  it('keeps files of one name from two folders apart, and names with marks of addresses', async () => {
    const { send, application } = await startServer()
    for (const [index, path] of ['sama.txt', 'sama.txt', '100% naik.txt', 'Korea: uji.txt'].entries()) {
      const text = `Judul nomor ${index} dari pasar\n\nIsi berita nomor ${index} yang cukup untuk dibaca.\n`
      await send('POST', '/upload/u1', { 'x-relative-path': encodeURIComponent(path) }, text)
    }
    const { importId } = await application.handlers['importing:enqueue']({
      items: [{ kind: 'upload', uploadId: 'u1' }]
    })
    expect((await application.imports.waitFor(importId)).totals).toMatchObject({ imported: 4, failed: 0 })
  })

  it('imports what was uploaded, and refuses by its size what was too large to send', async () => {
    const { send, application } = await startServer()
    const text = 'Banjir surut di Demak\n\nWarga mulai membersihkan rumah setelah air surut pada pagi hari.\n'
    await send('POST', '/upload/u1', { 'x-relative-path': 'map%2Fbanjir.txt' }, text)
    await send('POST', '/upload/u1', { 'x-relative-path': 'map%2Fraksasa.txt', 'x-size': String(300 * 1024 * 1024) })
    const { importId } = await application.handlers['importing:enqueue']({
      items: [{ kind: 'upload', uploadId: 'u1' }]
    })
    await application.imports.waitFor(importId)
    const { entries } = application.library.imports.getReceipt(importId, null, 0, 10)
    expect(entries.map(({ path, outcome, error }) => [path, outcome, error?.code])).toEqual([
      [join('map', 'banjir.txt'), 'imported', undefined],
      [join('map', 'raksasa.txt'), 'failed', 'file_too_large']
    ])
  })
})
