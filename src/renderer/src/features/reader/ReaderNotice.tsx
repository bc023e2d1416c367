// Owns the one quiet line above an article that needs a person's eye: its letters look wrong, or it has no text.
import type { ArticleDetail } from '@shared/model/article'
import { useServices } from '../../app/services'
import { twiceEncoded } from '../../i18n/encodingText'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import styles from './ReaderNotice.module.css'

/** The line above an article; nothing for most. */
export function ReaderNotice({ article }: { readonly article: ArticleDetail }) {
  const { ui, actions } = useServices()
  const { t } = useTexts()
  const codes = new Set(article.warnings.map(warning => warning.code))
  const isChosen = article.source.options.encoding !== undefined
  if (codes.has('mojibake_found')) {
    return (
      <Notice text={t('notice.mojibake')}>
        <Button kind="quiet" onPress={() => void actions.readAgain(article.id, { encoding: twiceEncoded })}>
          {t('notice.repair')}
        </Button>
        <Button kind="quiet" onPress={() => ui.setState({ dialog: { kind: 'encoding', articleId: article.id } })}>
          {t('notice.compare')}
        </Button>
      </Notice>
    )
  }
  if (!isChosen && (codes.has('encoding_guessed') || codes.has('text_bytes_replaced'))) {
    return (
      <Notice text={t(codes.has('encoding_guessed') ? 'notice.guessed' : 'notice.replaced')}>
        <Button kind="quiet" onPress={() => ui.setState({ dialog: { kind: 'encoding', articleId: article.id } })}>
          {t('notice.compare')}
        </Button>
      </Notice>
    )
  }
  return null
}

function Notice({ text, children }: { readonly text: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.notice} role="note">
      <span className={styles.text}>{text}</span>
      {children}
    </div>
  )
}
