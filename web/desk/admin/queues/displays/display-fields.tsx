import { useTranslation } from 'react-i18next';
import { locales } from '../../../../shared/i18n/locale.ts';
import { Choice } from '../../../../shared/ui/choice.tsx';
import { Tap, Taps } from '../../../../shared/ui/taps.tsx';
import { useLanguageName } from '../../words.ts';
import { type DeviceDetails, showings } from '../device-details.ts';
import { WaysFields } from './ways-fields.tsx';

type DisplayFieldsProps = { pointId: string; value: DeviceDetails; onChange: (change: Partial<DeviceDetails>) => void };

/** What a display shows and says, in which languages, and the way from where it hangs. */
export function DisplayFields({ pointId, value, onChange }: DisplayFieldsProps) {
  const { t } = useTranslation('queues');
  const { t: displays } = useTranslation('displays');
  const languageName = useLanguageName();
  const options = locales.map((id) => ({ id, label: languageName(id) }));
  const [first = 'fi', ...rest] = value.languages;
  const write = (ids: readonly string[], top: string) => {
    const chosen = locales.filter((locale) => ids.includes(locale) && locale !== top);
    onChange({ languages: [top as (typeof locales)[number], ...chosen] });
  };
  return (
    <>
      <Choice
        label={t('device.shows')}
        options={showings.map((id) => ({ id, label: t(`device.showings.${id}`) }))}
        value={value.shows}
        onChange={(id) => onChange({ shows: id as DeviceDetails['shows'] })}
      />
      <Tap value="speaks" isSelected={value.speaks} onChange={(speaks) => onChange({ speaks })}>
        {t('device.speaks')}
      </Tap>
      <Choice label={displays('display.first')} options={options} value={first} onChange={(id) => write(rest, id)} />
      <Taps
        label={displays('display.others')}
        options={options.filter(({ id }) => id !== first)}
        value={rest}
        onChange={(ids) => write(ids, first)}
      />
      <Tap value="slides" isSelected={value.slides} onChange={(slides) => onChange({ slides })}>
        {displays('display.slides')}
      </Tap>
      <Tap value="byTurns" isSelected={value.byTurns} onChange={(byTurns) => onChange({ byTurns })}>
        {displays('display.byTurns')}
      </Tap>
      <WaysFields pointId={pointId} value={value.ways} onChange={(ways) => onChange({ ways })} />
    </>
  );
}
