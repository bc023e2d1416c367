// Owns a setting that is one of a few named choices: its label and the list to choose from.
import styles from './SettingsDialog.module.css'

/** One setting; `choices` pairs each value with the name a person sees, in the order of the list. */
export function SettingSelect<Value extends string>({
  label,
  value,
  choices,
  onChange
}: {
  readonly label: string
  readonly value: Value
  readonly choices: readonly (readonly [value: Value, name: string])[]
  readonly onChange: (value: Value) => void
}) {
  return (
    <label className={styles.row}>
      {label}
      <select
        className={styles.select}
        value={value}
        onChange={event => {
          const chosen = choices.find(([candidate]) => candidate === event.target.value)
          if (chosen) onChange(chosen[0])
        }}
      >
        {choices.map(([candidate, name]) => (
          <option key={candidate} value={candidate}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
