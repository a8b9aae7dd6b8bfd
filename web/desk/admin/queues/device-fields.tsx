import { useTranslation } from 'react-i18next';
import { LineField } from '../fields/fields.tsx';
import { type DeviceDetails, type DeviceKind, hasPrinter } from './device-details.ts';
import { DisplayFields } from './displays/display-fields.tsx';
import { PrinterFields } from './printer-fields.tsx';

type DeviceFieldsProps = { pointId: string; kind: DeviceKind; value: DeviceDetails; onChange: (change: Partial<DeviceDetails>) => void };

export function DeviceFields({ pointId, kind, value, onChange }: DeviceFieldsProps) {
  const { t } = useTranslation('queues');
  return (
    <section className="fields">
      <LineField
        name="name"
        label={t('device.name')}
        hint={t('device.nameHint')}
        value={value.name}
        onChange={(name) => onChange({ name })}
        maxLength={80}
        isRequired
      />
      {kind === 'display' ? <DisplayFields pointId={pointId} value={value} onChange={onChange} /> : null}
      {hasPrinter(kind) ? <PrinterFields kind={kind} value={value} onChange={onChange} /> : null}
    </section>
  );
}
