import type { EvidenceForm } from '../state/evidence-form.ts'
import { strings } from '../ui/strings.ts'
import { FormChoice, FormDate, FormText } from './form-field.tsx'
import { SeriesField } from './series-field.tsx'

const commonUnits = ['USD', 'EUR', 'GBP', 'JPY', 'CNY', '%', 'pp', 'bps']

export function FigureFields({ form }: { form: EvidenceForm }) {
  const texts = strings.evidence
  const isSeries = form.values.series.trim() !== ''
  const isRange = form.values.qualifier === 'between' && !isSeries
  return (
    <>
      <FormText form={form} field="measures" label={texts.measures} placeholder={texts.measuresPlaceholder} />
      <FormChoice form={form} field="qualifier" label={texts.qualifier} choices={texts.qualifiers} />
      <div class="field-row" hidden={isSeries}>
        <FormText form={form} field="value" label={texts.value} inputMode="decimal" />
        {isRange && <FormText form={form} field="upper" label={texts.upper} inputMode="decimal" />}
      </div>
      <div class="field-row">
        <FormChoice form={form} field="scale" label={texts.scale} choices={texts.scales} />
        <FormText
          form={form}
          field="unit"
          label={texts.unit}
          placeholder={texts.unitPlaceholder}
          suggestions={commonUnits}
        />
      </div>
      {!isSeries && <FormDate form={form} field="asOf" label={texts.asOf} isOptional />}
      <SeriesField form={form} />
      <FormText
        form={form}
        field="shelfLife"
        label={texts.shelfLife}
        placeholder={texts.shelfLifePlaceholder}
        isOptional
      />
    </>
  )
}
