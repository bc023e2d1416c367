// Owns which dialog is open. Each is loaded only when it is first asked for, which keeps the start lean.
import { lazy, Suspense } from 'react'
import { assertNever } from '@shared/errors'
import { useServices } from './services'
import type { DialogState } from './uiStore'

const SettingsDialog = lazy(async () => ({
  default: (await import('../features/settings/SettingsDialog')).SettingsDialog
}))
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../features/settings/ShortcutsDialog')).ShortcutsDialog
}))
const QuickOpen = lazy(async () => ({ default: (await import('../features/search/QuickOpen')).QuickOpen }))
const SaveSearchDialog = lazy(async () => ({
  default: (await import('../features/search/SavedSearchDialogs')).SaveSearchDialog
}))
const EditSavedSearchDialog = lazy(async () => ({
  default: (await import('../features/search/SavedSearchDialogs')).EditSavedSearchDialog
}))
const ImportsDialog = lazy(async () => ({
  default: (await import('../features/importing/ImportsDialog')).ImportsDialog
}))
const ReceiptDialog = lazy(async () => ({
  default: (await import('../features/importing/ReceiptDialog')).ReceiptDialog
}))
const DetailsDialog = lazy(async () => ({ default: (await import('../features/reader/DetailsDialog')).DetailsDialog }))
const EncodingDialog = lazy(async () => ({
  default: (await import('../features/reader/EncodingDialog')).EncodingDialog
}))
const VersionsDialog = lazy(async () => ({
  default: (await import('../features/reader/VersionsDialog')).VersionsDialog
}))
const ImageDialog = lazy(async () => ({ default: (await import('../features/reader/ImageDialog')).ImageDialog }))
const OpenLinkDialog = lazy(async () => ({
  default: (await import('../features/reader/OpenLinkDialog')).OpenLinkDialog
}))
const TagEditor = lazy(async () => ({ default: (await import('../features/library/TagEditor')).TagEditor }))
const DeleteForGoodDialog = lazy(async () => ({
  default: (await import('../features/library/RemoveDialogs')).DeleteForGoodDialog
}))
const EmptyTrashDialog = lazy(async () => ({
  default: (await import('../features/library/RemoveDialogs')).EmptyTrashDialog
}))

/** The dialog that is open, if one is. */
export function Dialogs() {
  const { ui } = useServices()
  const dialog = ui(state => state.dialog)
  const close = (): void => ui.setState({ dialog: null })
  return dialog && <Suspense>{dialogOf(dialog, close)}</Suspense>
}

function dialogOf(dialog: DialogState, close: () => void) {
  switch (dialog.kind) {
    case 'settings':
      return <SettingsDialog onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
    case 'quickOpen':
      return <QuickOpen onClose={close} />
    case 'saveSearch':
      return <SaveSearchDialog search={dialog.search} onClose={close} />
    case 'editSavedSearch':
      return <EditSavedSearchDialog saved={dialog.saved} onClose={close} />
    case 'imports':
      return <ImportsDialog onClose={close} />
    case 'receipt':
      return <ReceiptDialog importId={dialog.importId} onClose={close} />
    case 'details':
      return <DetailsDialog articleId={dialog.articleId} onClose={close} />
    case 'encoding':
      return <EncodingDialog articleId={dialog.articleId} onClose={close} />
    case 'versions':
      return <VersionsDialog articleId={dialog.articleId} onClose={close} />
    case 'image':
      return <ImageDialog images={dialog.images} start={dialog.index} onClose={close} />
    case 'tags':
      return <TagEditor articleIds={dialog.articleIds} onClose={close} />
    case 'openLink':
      return <OpenLinkDialog url={dialog.url} onClose={close} />
    case 'deleteForGood':
      return <DeleteForGoodDialog articleIds={dialog.articleIds} onClose={close} />
    case 'emptyTrash':
      return <EmptyTrashDialog count={dialog.count} onClose={close} />
    default:
      return assertNever(dialog, 'dialog')
  }
}
