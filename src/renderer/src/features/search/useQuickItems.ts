// Owns what the quick way can lead to: articles by their titles, views, saved names and commands. Runs none of them.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useServices } from '../../app/services'
import { shortcutHint, shortcuts, type Command } from '../../app/shortcuts'
import { withOpenArticle, withSavedSearch, withView } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { sidebarGroups, type SidebarItem } from '../library/sidebarItems'
import { bestFits, titleQuery } from './quickMatch'
import { useSavedCounts, useSavedSearches } from './useSavedSearches'

/** Something that can be gone to. */
export interface QuickItem {
  readonly id: string
  readonly label: string
  /** What stands beside it in quiet type: keys, a publisher, a figure. */
  readonly hint: string
  readonly choose: () => void
}

/** Items under a heading. */
export interface QuickGroup {
  readonly heading: string
  readonly items: readonly QuickItem[]
}

const mostArticles = 8
const mostOthers = 6

/** Commands that mean nothing from here, or are this one. */
const leftOut: ReadonlySet<Command> = new Set<Command>(['quickOpen', 'paste', 'pageDown', 'pageUp', 'dismiss'])

/** The groups for what has been typed. */
export function useQuickItems(typed: string): { readonly groups: readonly QuickGroup[]; readonly isLoading: boolean } {
  const { client, ui, commands, reader, isMac } = useServices()
  const { t, formats } = useTexts()
  const query = titleQuery(typed)
  const found = useQuery({
    queryKey: ['quickOpen', query],
    queryFn: () => client.request('search:query', { query, isTyping: false, offset: 0, limit: mostArticles }),
    enabled: query !== '',
    placeholderData: keepPreviousData
  })
  const counts = useQuery({ queryKey: ['counts'], queryFn: () => client.request('library:countArticles', {}) })

  const views = useMemo(() => {
    const { fixed, tags, sites } = sidebarGroups(counts.data ?? null)
    const nameOf = ({ name, view }: SidebarItem): string =>
      name ?? (view.kind === 'tag' || view.kind === 'site' ? '' : t(`views.${view.kind}`))
    return bestFits([...fixed, ...tags, ...sites], nameOf, typed, mostOthers).map(item => ({
      id: `view-${item.id}`,
      label: nameOf(item),
      hint: item.count > 0 ? formats.number(item.count) : '',
      choose: () => ui.setState(state => withView(state, item.view))
    }))
  }, [counts.data, typed, t, formats, ui])

  const allSaved = useSavedSearches()
  const totals = useSavedCounts()
  const saved = useMemo(
    () =>
      bestFits(allSaved, ({ name }) => name, typed, mostOthers).map(each => ({
        id: `saved-${each.id}`,
        label: each.name,
        hint: formats.number(totals.get(each.id) ?? 0),
        choose: () => ui.setState(state => withSavedSearch(state, each))
      })),
    [allSaved, totals, typed, formats, ui]
  )

  const orders = useMemo(() => {
    const offered = shortcuts.map(({ command }) => command).filter(command => !leftOut.has(command))
    const nameOf = (command: Command): string => t(`shortcuts.commands.${command}`)
    return bestFits(offered, nameOf, typed, mostOthers).map(command => ({
      id: `command-${command}`,
      label: nameOf(command),
      hint: shortcutHint(command, isMac),
      choose: () => commands.run(command)
    }))
  }, [typed, t, isMac, commands])

  const hits = query === '' || found.data?.widened === 'someWords' ? [] : (found.data?.hits ?? [])
  const articles = hits.map(({ article }) => ({
    id: `article-${article.id}`,
    label: article.title || t('list.untitled'),
    hint: [article.siteName, article.publishedAt && formats.publicationDate(article.publishedAt)]
      .filter(Boolean)
      .join(' · '),
    choose: () => {
      ui.setState(state => ({ ...withOpenArticle(state, article.id), overlay: 'none' }))
      reader.focus()
    }
  }))
  const groups = [
    { heading: t('quickOpen.articles'), items: articles },
    { heading: t('quickOpen.views'), items: views },
    { heading: t('quickOpen.saved'), items: saved },
    { heading: t('quickOpen.commands'), items: orders }
  ].filter(({ items }) => items.length > 0)
  return { groups, isLoading: found.isLoading }
}
