import type { Option } from "#app/ui/form.tsx"

type Props = { label: string; button: string; countries: readonly Option[]; value: string | null; emptyLabel: string }

/** Says by which country's clock to show times: a GET form, so that it is an address to keep and to share. */
export function ClockForm({ label, button, countries, value, emptyLabel }: Props) {
  return (
    <form method="get" className="seek">
      <div className="field">
        <label htmlFor="f-clock">{label}</label>
        <select id="f-clock" name="country" defaultValue={value ?? ""}>
          <option value="">{emptyLabel}</option>
          {countries.map((country) => (
            <option key={country.value} value={country.value}>
              {country.label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="btn quiet">
        {button}
      </button>
    </form>
  )
}
