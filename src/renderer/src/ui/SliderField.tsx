// Owns the look of a slider with its name and value. The value's meaning belongs to the caller.
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import styles from './SliderField.module.css'

/** A slider. `shown` is the value as people read it. */
export interface SliderFieldProps {
  readonly label: string
  readonly value: number
  readonly shown: string
  readonly least: number
  readonly most: number
  readonly step: number
  readonly onChange: (value: number) => void
}

/** A slider with its name and value. */
export function SliderField({ label, value, shown, least, most, step, onChange }: SliderFieldProps) {
  return (
    <Slider
      className={styles.slider ?? ''}
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      onChange={onChange}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <SliderOutput className={styles.output ?? ''}>{shown}</SliderOutput>
      <SliderTrack className={styles.track ?? ''}>
        {({ state }) => (
          <>
            <span className={styles.rail} />
            <span className={styles.filled} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={styles.thumb ?? ''} />
          </>
        )}
      </SliderTrack>
    </Slider>
  )
}
