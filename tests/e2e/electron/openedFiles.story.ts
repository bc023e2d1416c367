import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mainArticle, relatedArticle, writeFiles } from '../support/articles'
import { electronExecutable, electronSwitches, startElectron } from '../support/electronWindow'
import { expect, test } from '../support/lontar'

test('a file that the desktop opens at the start is imported and shown, once', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lontar-story-'))
  const file = join(writeFiles([mainArticle]), mainArticle.fileName)
  for (const outcome of ['imported', 'already there']) {
    const { page, close } = await startElectron(dataFolder, [file])
    const heading = page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })
    await expect(heading, outcome).toHaveText(mainArticle.title)
    await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(1)
    await close()
  }
  rmSync(dataFolder, { recursive: true, force: true })
})

test('a second start hands its file to the open window and ends', async ({ lontar }) => {
  const { page, dataFolder } = lontar
  const folder = writeFiles([relatedArticle])
  // A relative path counts from where the second program was started.
  const second = spawn(
    electronExecutable(),
    [...electronSwitches(), process.cwd(), '--data-dir', dataFolder, relatedArticle.fileName],
    { cwd: folder, stdio: 'ignore' }
  )
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  await expect(page.getByRole('option', { name: relatedArticle.title })).toBeVisible()
  const heading = page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(relatedArticle.title)
})
