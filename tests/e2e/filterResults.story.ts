import { join } from 'node:path'
import { libraryOfYears } from './support/articlesOfYears'
import { writeFiles } from './support/articles'
import { expect, test, type Lontar } from './support/lontar'

async function searchIn(lontar: Lontar, query: string) {
  const { page } = lontar
  const files = libraryOfYears()
  const folder = writeFiles(files)
  await lontar.drop(files.map(file => join(folder, file.fileName)))
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first()).toBeVisible()
  await expect(page.getByText(`${files.length} added`)).toBeVisible()
  const field = page.getByRole('combobox', { name: 'Search all articles' })
  await field.fill(query)
  const results = page.getByRole('listbox', { name: 'Search results' }).getByRole('option')
  await expect(results).toHaveCount(files.length)
  return { page, field, results, count: files.length }
}

test('a person filters by dragging over the years, and by keys', async ({ lontar }) => {
  const { page, field, results, count } = await searchIn(lontar, 'kopi')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const years = page.getByRole('group', { name: 'Articles by year' })
  await expect(years.getByRole('listitem')).toHaveCount(5)
  await expect(years.getByText('2017 to 2022, 12 articles')).toBeVisible()

  // From 2018 to 2020: three of six bars.
  const box = await years.locator('[aria-hidden="true"]').first().boundingBox()
  if (!box) throw new Error('the bars are not on screen')
  const at = (bar: number) => [box.x + (box.width * (bar + 0.5)) / 6, box.y + box.height / 2] as const
  await page.mouse.move(...at(1))
  await page.mouse.down()
  await page.mouse.move(...at(2))
  await page.mouse.move(...at(3))
  await expect(years.getByText('2018 to 2020, 8 articles')).toBeVisible()
  await page.mouse.up()
  await expect(field).toHaveValue('after:2018 before:2021 kopi')
  await expect(results).toHaveCount(8)
  const chips = page.getByRole('list', { name: 'Filters of this search' })
  await expect(chips.getByRole('button')).toHaveText(['From 2018', 'Before 2021'])
  // Everything but the bars counts what is left; the bars of other years are still there to be chosen.
  await expect(page.getByRole('button', { name: 'Kabar Ogan, 4 articles' })).toBeVisible()
  await expect(years.getByRole('listitem')).toHaveCount(5)

  const to = years.getByRole('slider', { name: 'To' })
  await to.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(to).toHaveAttribute('aria-valuetext', '2018')
  await expect(field).toHaveValue('after:2018 before:2019 kopi')
  await expect(to).toBeFocused()
  await years.getByRole('button', { name: 'Any date' }).click()
  await expect(field).toHaveValue('kopi')
  await expect(results.first()).toHaveAttribute('aria-setsize', String(count))
})

test('a person filters with chips', async ({ lontar }) => {
  const { page, field, results, count } = await searchIn(lontar, 'kopi')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const panel = page.getByRole('region', { name: 'Filter results' })
  const publishers = panel.getByRole('group', { name: 'Publishers' })
  const ogan = publishers.getByRole('button', { name: 'Kabar Ogan, 6 articles' })
  await ogan.click()
  await expect(field).toHaveValue('source:"Kabar Ogan" kopi')
  await expect(results).toHaveCount(6)
  await expect(ogan).toHaveAttribute('aria-pressed', 'true')
  await panel.getByRole('button', { name: /^panen/ }).click()
  await expect(field).toHaveValue('source:"Kabar Ogan" tag:panen kopi')
  await expect(results).toHaveCount(3)

  // The keyboard stays with the chips until the last one is gone.
  const chips = page.getByRole('list', { name: 'Filters of this search' })
  await chips.getByRole('button', { name: 'Remove filter: Publisher: Kabar Ogan' }).focus()
  await page.keyboard.press('Delete')
  await expect(field).toHaveValue('tag:panen kopi')
  await expect(chips.getByRole('button', { name: 'Remove filter: Tag: panen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('kopi')
  await expect(field).toBeFocused()
  await expect(results.first()).toHaveAttribute('aria-setsize', String(count))

  await field.fill('kopi -tag:panen')
  await expect(chips.getByRole('button')).toHaveText(['Not Tag: panen'])
  await field.fill('kopi is:lama (')
  await field.press('Enter')
  await expect(page.getByText('Lontar does not know this value')).toBeVisible()
  await expect(page.getByText('This bracket is not closed')).toBeVisible()
  await expect(results.first()).toHaveAttribute('aria-setsize', String(count))
})

test('a person puts results in order and gathers similar ones', async ({ lontar }) => {
  const { page, results } = await searchIn(lontar, 'kopi')
  const choose = async (line: string, role: 'menuitemradio' | 'menuitemcheckbox' = 'menuitemradio') => {
    await page.getByRole('button', { name: 'Order of results' }).click()
    await page.getByRole(role, { name: line }).click()
  }
  await choose('Oldest')
  await expect(results.first()).toContainText('2017')
  await choose('Newest')
  await expect(results.first()).toContainText('2022')
  await choose('Gather similar articles', 'menuitemcheckbox')
  await expect(results).toHaveCount(11)
  const gathered = results.filter({ hasText: '+1 similar' })
  await gathered.click()
  await page.keyboard.press('ArrowRight')
  const menu = page.getByRole('menu', { name: 'Similar articles' })
  await expect(menu.getByRole('menuitem')).toHaveCount(1)
  const name = (await menu.getByRole('menuitem').locator('[dir="auto"]').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.frameLocator('iframe[title="Article text"]').getByRole('heading', { level: 1 })).toHaveText(name)
})
