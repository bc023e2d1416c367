// Owns the one row of tools over the reading text. Every tool is a command or a change of the open article.
import {
  Archive,
  ArchiveRestore,
  ArrowLeft,
  ArrowRight,
  BookOpen,
  ChevronDown,
  ChevronUp,
  Info,
  PanelLeft,
  Star
} from 'lucide-react'
import { Tag, Trash2, Undo2 } from 'lucide-react'
import type { ArticleDetail } from '@shared/model/article'
import { useServices } from '../../app/services'
import { shortcutHint, type Command } from '../../app/shortcuts'
import { useLayout } from '../../app/useLayout'
import { useTexts } from '../../i18n/useTexts'
import { IconButton } from '../../ui/IconButton'
import { minutesLeft } from './place'
import styles from './ReaderPane.module.css'
import { TypographyPopover } from './TypographyPopover'
import type { OpenArticleHits } from './useArticleHits'

/** The tools of the open article, or of none. */
export interface ReaderToolbarProps {
  readonly article: ArticleDetail | null
  readonly fraction: number
  readonly openHits: OpenArticleHits
}

/** The row of tools over the text. */
export function ReaderToolbar({ article, fraction, openHits }: ReaderToolbarProps) {
  const { ui, commands, isMac } = useServices()
  const { t, formats } = useTexts()
  const { isListShown } = useLayout()
  const history = ui(state => state.history)
  const hasPageView = ui(state => state.hasPageView)
  const hint = (command: Command): string => shortcutHint(command, isMac)

  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('reader.actions')}>
      {!isListShown && (
        <IconButton
          icon={PanelLeft}
          label={t('panes.showList')}
          shortcut={hint('toggleList')}
          onPress={() => commands.run('toggleList')}
        />
      )}
      <span className={styles.history}>
        <IconButton
          icon={ArrowLeft}
          label={t('reader.back')}
          shortcut={hint('goBack')}
          isDisabled={history.position <= 0}
          onPress={() => commands.run('goBack')}
        />
        <IconButton
          icon={ArrowRight}
          label={t('reader.forward')}
          shortcut={hint('goForward')}
          isDisabled={history.position >= history.articleIds.length - 1}
          onPress={() => commands.run('goForward')}
        />
      </span>
      <span className={styles.space} />
      {article && openHits.hits && <HitCounter openHits={openHits} />}
      {article && article.format !== 'stub' && <MinutesLeft article={article} fraction={fraction} />}
      {article?.format === 'pdf' && article.text.trim() !== '' && (
        <IconButton
          icon={BookOpen}
          label={t(hasPageView ? 'pdf.hide' : 'pdf.show')}
          isPressed={hasPageView}
          onPress={() => ui.setState({ hasPageView: !hasPageView })}
        />
      )}
      {article && (
        <>
          <IconButton
            icon={Star}
            label={t(article.isStarred ? 'reader.unstar' : 'reader.star')}
            shortcut={hint('toggleStar')}
            isOn={article.isStarred}
            onPress={() => commands.run('toggleStar')}
          />
          {article.trashedAt === null && (
            <IconButton
              icon={article.isArchived ? ArchiveRestore : Archive}
              label={t(article.isArchived ? 'reader.unarchive' : 'reader.archive')}
              shortcut={hint('toggleArchive')}
              onPress={() => commands.run('toggleArchive')}
            />
          )}
          <IconButton
            icon={Tag}
            label={t('tags.title')}
            shortcut={hint('editTags')}
            popup="dialog"
            onPress={() => commands.run('editTags')}
          />
          {article.trashedAt === null ? (
            <IconButton
              icon={Trash2}
              label={t('reader.trash')}
              shortcut={hint('moveToTrash')}
              onPress={() => commands.run('moveToTrash')}
            />
          ) : (
            <IconButton
              icon={Undo2}
              label={t('reader.restore')}
              onPress={() => void commands.changeStates([article.id], { isTrashed: false })}
            />
          )}
          <span className={styles.spare}>
            <IconButton
              icon={Info}
              label={t('details.title')}
              shortcut={hint('showDetails')}
              popup="dialog"
              onPress={() => commands.run('showDetails')}
            />
          </span>
        </>
      )}
      <TypographyPopover formats={formats} />
    </div>
  )
}

function HitCounter({ openHits }: { readonly openHits: OpenArticleHits }) {
  const { commands, isMac } = useServices()
  const { t, formats } = useTexts()
  const total = openHits.hits?.length ?? 0
  const values = { current: formats.number(openHits.currentIndex + 1), total: formats.number(total) }
  return (
    <span className={styles.hits}>
      <output aria-label={total > 0 ? t('search.positionLabel', values) : t('search.none')}>
        {total > 0 ? t('search.position', values) : t('search.none')}
      </output>
      <IconButton
        icon={ChevronUp}
        label={t('search.previous')}
        shortcut={shortcutHint('findPrevious', isMac)}
        onPress={() => commands.run('findPrevious')}
      />
      <IconButton
        icon={ChevronDown}
        label={t('search.next')}
        shortcut={shortcutHint('findNext', isMac)}
        onPress={() => commands.run('findNext')}
      />
    </span>
  )
}

function MinutesLeft({ article, fraction }: { readonly article: ArticleDetail; readonly fraction: number }) {
  const { t, formats } = useTexts()
  // A short article stands in the window as a whole, and is still to be read.
  const left = Math.max(minutesLeft(article.readingMinutes, fraction), article.isRead ? 0 : 1)
  return (
    <span className={styles.left}>
      {left === 0 ? t('reader.finished') : t('reader.minutesLeft', { count: left, formatted: formats.number(left) })}
    </span>
  )
}
