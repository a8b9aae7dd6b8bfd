import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shared/ui/choice.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { LineField } from '../fields/fields.tsx';
import type { DeviceDetails, DeviceKind } from './device-details.ts';
import { commands, encodings, isWrong, type PrinterDetails, printersAlone, printersOfKiosk, widths } from './printer-details.ts';

type PrinterFieldsProps = { kind: DeviceKind; value: DeviceDetails; onChange: (change: Partial<DeviceDetails>) => void };

/** Where the ticket goes, and how that printer writes. */
export function PrinterFields({ kind, value, onChange }: PrinterFieldsProps) {
  const { t } = useTranslation(['queues', 'printing']);
  const { printer } = value;
  const kinds = kind === 'kiosk' ? printersOfKiosk : printersAlone;
  return (
    <>
      <Choice
        label={t('device.printer')}
        options={kinds.map((id) => ({ id, label: t(`device.printers.${id}`) }))}
        value={printer}
        onChange={(id) => onChange({ printer: id as PrinterDetails['printer'] })}
      />
      <p className="hint">{t(`device.printerHints.${printer}`)}</p>
      {printer === 'network' ? <NetworkFields value={value} onChange={onChange} /> : null}
      {printer === 'serial' ? <SerialFields value={value} onChange={onChange} /> : null}
      {printer === 'none' ? null : <PaperFields value={value} onChange={onChange} />}
    </>
  );
}

type FieldsProps = Omit<PrinterFieldsProps, 'kind'>;

function NetworkFields({ value, onChange }: FieldsProps) {
  const { t } = useTranslation('queues');
  return (
    <div className="fields two">
      <LineField name="host" label={t('device.host')} value={value.host} onChange={(host) => onChange({ host })} maxLength={200} />
      <LineField
        name="port"
        label={t('device.port')}
        value={value.port}
        onChange={(port) => onChange({ port })}
        inputMode="numeric"
        maxLength={5}
      />
    </div>
  );
}

function SerialFields({ value, onChange }: FieldsProps) {
  const { t } = useTranslation('printing');
  return (
    <>
      <p className="hint">{t('serialHow')}</p>
      <TextField
        label={t('baudRate')}
        hint={t('baudHint')}
        value={value.baudRate}
        onChange={(baudRate) => onChange({ baudRate })}
        inputMode="numeric"
        maxLength={6}
        problem={isWrong(value.baudRate, 1200, 921_600) ? t('baudFault') : undefined}
      />
    </>
  );
}

function PaperFields({ value, onChange }: FieldsProps) {
  const { t } = useTranslation('printing');
  return (
    <>
      <Choice
        label={t('paper')}
        options={widths.map((id) => ({ id, label: `${id} mm` }))}
        value={value.width}
        onChange={(id) => onChange({ width: id as PrinterDetails['width'] })}
      />
      <TextField
        label={t('cpl')}
        hint={t('cplHint')}
        value={value.cpl}
        onChange={(cpl) => onChange({ cpl })}
        inputMode="numeric"
        maxLength={2}
        problem={isWrong(value.cpl, 24, 64) ? t('cplFault') : undefined}
      />
      <Select
        label={t('encoding')}
        hint={t('encodingHint')}
        options={encodings.map((id) => ({ id, label: t(`encodings.${id}`) }))}
        value={value.encoding}
        onChange={(id) => onChange({ encoding: id as PrinterDetails['encoding'] })}
      />
      <Select
        label={t('command')}
        hint={t('commandHint')}
        options={commands.map((id) => ({ id, label: t(`commands.${id}`) }))}
        value={value.command}
        onChange={(id) => onChange({ command: id as PrinterDetails['command'] })}
      />
    </>
  );
}
