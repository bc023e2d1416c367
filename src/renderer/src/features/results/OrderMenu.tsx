// Owns the menu of a list's order: of a view while one is shown, of a search's results while a search is on.
import { ArrowUpDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { listOrders, type ListOrder } from '@shared/model/library'
import { resultOrders } from '@shared/model/search'
import { useServices } from '../../app/services'
import { useTexts } from '../../i18n/useTexts'
import { AnchoredMenu, type MenuLine } from '../../ui/AnchoredMenu'
import { IconButton } from '../../ui/IconButton'

const listOrderTexts = {
  imported: 'list.orderImported',
  published: 'list.orderPublished',
  title: 'list.orderTitle'
} as const satisfies Record<ListOrder, string>

/** The menu of the order in which the list in front stands. */
export function OrderMenu({ isSearch }: { readonly isSearch: boolean }) {
  const { t } = useTexts()
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const listGroups = useListOrders()
  const resultGroups = useResultOrders()
  const label = isSearch ? t('results.order') : t('list.order')
  return (
    <>
      <IconButton
        buttonRef={trigger}
        icon={ArrowUpDown}
        label={label}
        popup="menu"
        expanded={isOpen}
        onPress={() => setIsOpen(true)}
      />
      <AnchoredMenu
        label={label}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        anchor={trigger}
        groups={isSearch ? resultGroups : listGroups}
      />
    </>
  )
}

function useListOrders(): readonly (readonly MenuLine[])[] {
  const { settings } = useServices()
  const { t } = useTexts()
  const chosen = settings.use(state => state.listOrder)
  return [
    listOrders.map(order => ({
      id: order,
      label: t(listOrderTexts[order]),
      isChecked: order === chosen,
      onChoose: () => settings.change({ listOrder: order })
    }))
  ]
}

function useResultOrders(): readonly (readonly MenuLine[])[] {
  const { settings, ui } = useServices()
  const { t } = useTexts()
  const usual = settings.use(state => state.resultOrder)
  // A saved search has an order of its own.
  const chosen = ui(state => state.search.order) ?? usual
  const gathersSimilar = settings.use(state => state.gathersSimilar)
  return [
    resultOrders.map(order => ({
      id: order,
      label: t(`results.orders.${order}`),
      isChecked: order === chosen,
      onChoose: () => {
        settings.change({ resultOrder: order })
        ui.setState(({ search }) => (search.order === undefined ? {} : { search: { ...search, order } }))
      }
    })),
    [
      {
        id: 'gather',
        label: t('results.gather'),
        isOn: gathersSimilar,
        onChoose: () => settings.change({ gathersSimilar: !gathersSimilar })
      }
    ]
  ]
}
