// Owns the questions before articles are deleted for good: some of Trash, or all of it.
import type { ArticleId } from '@shared/model/common'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

/** Asks before some articles in Trash are deleted. */
export function DeleteForGoodDialog({
  articleIds,
  onClose
}: {
  readonly articleIds: readonly ArticleId[]
  readonly onClose: () => void
}) {
  const { actions } = useServices()
  const { t, formats } = useTexts()
  const count = articleIds.length
  return (
    <ConfirmDialog
      title={t('remove.title', { count, formatted: formats.number(count) })}
      confirm={t('remove.confirm')}
      isDangerous
      onConfirm={() => void actions.deleteForGood(articleIds)}
      onClose={onClose}
    >
      {t('remove.explanation')}
    </ConfirmDialog>
  )
}

/** Asks before the whole of Trash is deleted. */
export function EmptyTrashDialog({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  const { actions } = useServices()
  const { t, formats } = useTexts()
  return (
    <ConfirmDialog
      title={t('remove.emptyTitle')}
      confirm={t('list.emptyTrash')}
      isDangerous
      onConfirm={() => void actions.emptyTrash()}
      onClose={onClose}
    >
      {t('remove.emptyExplanation', { count, formatted: formats.number(count) })}
    </ConfirmDialog>
  )
}
