// Owns the "Aa" of the reader: typeface, size, line height, line length, theme. Each change shows at once.
import { useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { typefaces } from '@shared/model/settings'
import { defaultSettings } from '@shared/model/settings'
import { useServices } from '../../app/services'
import type { Formats } from '../../i18n/format'
import { useTexts } from '../../i18n/useTexts'
import { Button } from '../../ui/Button'
import { SliderField } from '../../ui/SliderField'
import { ThemeChoice } from '../settings/ThemeChoice'
import { typographyBounds } from '../settings/typography'
import styles from './TypographyPopover.module.css'
import paneStyles from './ReaderPane.module.css'

/** The button "Aa" and what it opens. */
export function TypographyPopover({ formats }: { readonly formats: Formats }) {
  const { settings } = useServices()
  const { t } = useTexts()
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const { typeface, fontSize, lineHeight, measure } = settings.use()
  const { fontSize: size, lineHeight: height, measure: length } = typographyBounds

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={paneStyles.typefaceTrigger}
        aria-label={t('reader.typography')}
        title={t('reader.typography')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        Aa
      </button>
      <Popover
        className={styles.popover ?? ''}
        triggerRef={trigger}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        placement="bottom end"
      >
        <Dialog className={styles.dialog ?? ''} aria-label={t('reader.typography')}>
          <fieldset className={styles.typefaces}>
            <legend className="visuallyHidden">{t('settings.typeface')}</legend>
            {typefaces.map(name => (
              <label key={name} className={styles.typeface} data-typeface={name}>
                <input
                  type="radio"
                  name="typeface"
                  value={name}
                  checked={typeface === name}
                  onChange={() => settings.change({ typeface: name })}
                />
                {t(`settings.typefaces.${name}`)}
              </label>
            ))}
          </fieldset>
          <SliderField
            label={t('settings.fontSize')}
            value={fontSize}
            shown={formats.number(fontSize)}
            {...size}
            onChange={value => settings.change({ fontSize: value })}
          />
          <SliderField
            label={t('settings.lineHeight')}
            value={lineHeight}
            shown={formats.number(lineHeight)}
            {...height}
            onChange={value => settings.change({ lineHeight: value })}
          />
          <SliderField
            label={t('settings.measure')}
            value={measure}
            shown={t('settings.measureValue', { formatted: formats.number(measure) })}
            {...length}
            onChange={value => settings.change({ measure: value })}
          />
          <ThemeChoice />
          <Button
            kind="quiet"
            onPress={() => {
              const defaults = defaultSettings
              settings.change({
                typeface: defaults.typeface,
                fontSize: defaults.fontSize,
                lineHeight: defaults.lineHeight,
                measure: defaults.measure
              })
            }}
          >
            {t('settings.reset')}
          </Button>
        </Dialog>
      </Popover>
    </>
  )
}
