// Owns the menu of chosen articles, at the pointer or at the active row. Every line is a command.
import { useQueryClient } from '@tanstack/react-query'
import { Archive, ArchiveRestore, Circle, CircleCheck, FolderOpen, Info, Star, Tag, Trash2, Undo2 } from 'lucide-react'
import { useRef, type RefObject } from 'react'
import { useServices } from '../../app/services'
import { shortcutHint, type Command } from '../../app/shortcuts'
import { actionTargets } from '../../app/uiStore'
import { useTexts } from '../../i18n/useTexts'
import { AnchoredMenu, type MenuLine } from '../../ui/AnchoredMenu'
import styles from './ArticleMenu.module.css'
import { cachedSummaries } from './listSource'

/** The menu of the chosen articles. */
export interface ArticleMenuProps {
  /** The place in the window where it is open; null while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly onClose: () => void
}

/** The menu of the chosen articles. */
export function ArticleMenu({ at, onClose }: ArticleMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={at ? { left: at.x, top: at.y } : undefined} />
      {at && <OpenArticleMenu anchor={anchor} onClose={onClose} />}
    </>
  )
}

function OpenArticleMenu({
  anchor,
  onClose
}: {
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
}) {
  const { t } = useTexts()
  return <AnchoredMenu label={t('reader.actions')} isOpen onClose={onClose} anchor={anchor} groups={useMenuGroups()} />
}

function useMenuGroups(): readonly (readonly MenuLine[])[] {
  const { client, environment, ui, commands, messages, isMac } = useServices()
  const { t } = useTexts()
  const queryClient = useQueryClient()
  const articleIds = actionTargets(ui.getState())
  const summaries = cachedSummaries(queryClient)
  const articles = articleIds.flatMap(id => summaries.get(id) ?? [])
  const [single] = articleIds.length === 1 ? articleIds : []
  const isTrashed = articles.some(article => article.trashedAt !== null)

  const command = (id: Command, label: string, icon: MenuLine['icon']): MenuLine => ({
    id,
    label,
    ...(icon && { icon }),
    shortcut: shortcutHint(id, isMac),
    onChoose: () => commands.run(id)
  })
  const all = (name: 'isRead' | 'isStarred' | 'isArchived'): boolean => articles.every(article => article[name])

  if (isTrashed) {
    return [
      [
        {
          id: 'restore',
          label: t('reader.restore'),
          icon: Undo2,
          onChoose: () => void commands.changeStates(articleIds, { isTrashed: false })
        }
      ],
      [
        {
          id: 'delete',
          label: t('reader.deleteForGood'),
          icon: Trash2,
          isDangerous: true,
          onChoose: () => ui.setState({ dialog: { kind: 'deleteForGood', articleIds } })
        }
      ]
    ]
  }
  const details = [
    ...(single ? [command('showDetails', t('reader.details'), Info)] : []),
    ...(single && environment.canRevealFiles
      ? [
          {
            id: 'reveal',
            label: t('reader.reveal'),
            icon: FolderOpen,
            onChoose: () => {
              client
                .request('app:revealOriginal', { articleId: single })
                .catch((error: unknown) => messages.failed(error))
            }
          }
        ]
      : [])
  ]
  return [
    [
      command(
        'toggleRead',
        t(all('isRead') ? 'reader.markUnread' : 'reader.markRead'),
        all('isRead') ? Circle : CircleCheck
      ),
      command('toggleStar', t(all('isStarred') ? 'reader.unstar' : 'reader.star'), Star),
      command(
        'toggleArchive',
        t(all('isArchived') ? 'reader.unarchive' : 'reader.archive'),
        all('isArchived') ? ArchiveRestore : Archive
      ),
      command('editTags', t('reader.tags'), Tag)
    ],
    details,
    [command('moveToTrash', t('reader.trash'), Trash2)]
  ].filter(group => group.length > 0)
}
