import { useTranslation } from 'react-i18next';
import { type Locale, locales } from '../../../../shared/i18n/locale.ts';
import { Choice } from '../../../../shared/ui/choice.tsx';
import { Tap, Taps } from '../../../../shared/ui/taps.tsx';
import { ServiceField } from '../../../knowledge/service/service-field.tsx';
import { useOrganisationOptions } from '../../../options.ts';
import { useNames } from '../../../session.tsx';
import { useFault } from '../../edit/faults.ts';
import { PickField } from '../../fields/fields.tsx';
import { SaidField } from '../../packages/said-field.tsx';
import { NumberField } from '../../queues/displays/number-field.tsx';
import { SideNames } from '../../queues/side-names.tsx';
import { useLanguageName } from '../../words.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { ways } from '../words.ts';
import { NeedsField } from './needs-field.tsx';
import { NoticeField } from './notice-field.tsx';
import { PartsField } from './parts-field.tsx';
import { PlacesField } from './places-field.tsx';
import { orderedWays, type ServiceDetails } from './service-details.ts';
import { WaitingFields } from './waiting-fields.tsx';

type FieldsProps = { value: ServiceDetails; onChange: (change: Partial<ServiceDetails>) => void; setUp: BookingSetUp };

export function ServiceFields({ isNew, value, onChange, setUp }: FieldsProps & { isNew: boolean }) {
  const { t } = useTranslation('booking-setup');
  return (
    <>
      <section className="fields">
        <Whose value={value} onChange={onChange} setUp={setUp} />
        <Situations value={value.situations} onChange={(situations) => onChange({ situations })} />
        <SideNames label={t('service.name')} name="name" value={value.name} onChange={(name) => onChange({ name })} />
        <p className="hint">{t('service.nameHint')}</p>
        <Bring value={value.bring} onChange={(bring) => onChange({ bring })} />
      </section>
      <Times value={value} onChange={onChange} />
      <Who value={value} onChange={onChange} />
      <WaitingFields value={value} onChange={onChange} />
      <PlacesField value={value} onChange={(places) => onChange({ places })} choices={setUp.choices} />
      <PartsField value={value.parts} onChange={(parts) => onChange({ parts })} setUp={setUp} />
      <NeedsField value={value.rules} onChange={(rules) => onChange({ rules })} setUp={setUp} />
      {isNew ? null : (
        <section className="fields">
          <Tap value="active" isSelected={value.active} onChange={(active) => onChange({ active })}>
            {t('service.active')}
          </Tap>
          <p className="hint">{t('service.activeHint')}</p>
        </section>
      )}
    </>
  );
}

/** Whoever keeps a point chooses among all who could serve there; others among those they keep. */
function Whose({ value, onChange, setUp: { choices } }: FieldsProps) {
  const { t } = useTranslation('booking-setup');
  const serviceFault = useFault('serviceId');
  const keepsPoint = choices.places.some(({ kept }) => kept);
  const organisations = useOrganisationOptions().filter(
    ({ id }) => keepsPoint || choices.organisationIds.includes(id) || id === value.organisationId,
  );
  return (
    <div className="fields two">
      <PickField
        name="organisationId"
        label={t('service.organisation')}
        options={organisations}
        value={value.organisationId || null}
        onChange={(organisationId) => onChange({ organisationId: organisationId ?? '' })}
        isRequired
      />
      <ServiceField
        label={t('service.ofDirectory')}
        value={value.serviceId}
        onChange={(serviceId) => onChange({ serviceId })}
        problem={serviceFault}
      />
    </div>
  );
}

function Situations({ value, onChange }: { value: string[]; onChange: (situations: string[]) => void }) {
  const { t } = useTranslation('booking-setup');
  const options = useNames().items('lifeSituations');
  const fault = useFault('situations');
  // In the list's own order, whatever the order of the taps.
  const choose = (chosen: string[]) => onChange(options.map(({ id }) => id).filter((id) => chosen.includes(id)));
  return (
    <>
      <Taps label={t('service.situations')} options={options} value={value} onChange={choose} />
      {fault ? <p className="field-problem">{fault}</p> : null}
      <p className="hint">{t('service.situationsHint')}</p>
    </>
  );
}

function Bring({ value, onChange }: { value: ServiceDetails['bring']; onChange: (bring: ServiceDetails['bring']) => void }) {
  const { t } = useTranslation('booking-setup');
  const languageName = useLanguageName();
  return (
    <fieldset className="names-field">
      <legend>{t('service.bring')}</legend>
      <div className="queues-names">
        {locales.map((locale: Locale) => (
          <SaidField
            key={locale}
            name={`bring.${locale}`}
            label={languageName(locale)}
            language={locale}
            value={value[locale] ?? ''}
            maxLength={1000}
            rows={2}
            onChange={(words) => onChange({ ...value, [locale]: words })}
          />
        ))}
      </div>
      <p className="hint">{t('service.bringHint')}</p>
    </fieldset>
  );
}

type PartProps = Pick<FieldsProps, 'value' | 'onChange'>;

function Times({ value, onChange }: PartProps) {
  const { t } = useTranslation('booking-setup');
  const field = (name: 'minutes' | 'step' | 'bufferBefore' | 'bufferAfter' | 'missedAfter', from: number, to: number) => (
    <NumberField
      name={name}
      label={t(`service.${name}`)}
      hint={t(`service.${name}Hint`)}
      value={value[name]}
      from={from}
      to={to}
      onChange={(minutes) => onChange({ [name]: minutes })}
    />
  );
  return (
    <section className="fields">
      <h2>{t('service.times')}</h2>
      <div className="fields two">
        {field('minutes', 5, 720)}
        {field('step', 5, 720)}
        {field('bufferBefore', 0, 240)}
        {field('bufferAfter', 0, 240)}
        <NoticeField
          name="notice"
          label={t('service.notice')}
          hint={t('service.noticeHint')}
          value={value.notice}
          from={0}
          to={86_400}
          onChange={(notice) => onChange({ notice })}
        />
        <NumberField
          name="horizonDays"
          label={t('service.horizon')}
          hint={t('service.horizonHint')}
          value={value.horizonDays}
          from={1}
          to={400}
          onChange={(horizonDays) => onChange({ horizonDays })}
        />
        {field('missedAfter', 5, 720)}
      </div>
    </section>
  );
}

function Who({ value, onChange }: PartProps) {
  const { t } = useTranslation('booking-setup');
  const waysFault = useFault('ways');
  const field = (name: 'mostPerPerson' | 'mostPeople' | 'minutesEach', from: number, to: number) => (
    <NumberField
      name={name}
      label={t(`service.${name}`)}
      hint={t(`service.${name}Hint`)}
      value={value[name]}
      from={from}
      to={to}
      onChange={(amount) => onChange({ [name]: amount })}
    />
  );
  return (
    <section className="fields">
      <h2>{t('service.whoTitle')}</h2>
      <Choice
        label={t('service.who')}
        options={(['public', 'staff', 'invited'] as const).map((id) => ({ id, label: t(`who.${id}`) }))}
        value={value.who}
        onChange={(who) => onChange({ who: who as ServiceDetails['who'] })}
      />
      <Taps
        label={t('service.ways')}
        options={ways.map((id) => ({ id, label: t(`ways.${id}`) }))}
        value={value.ways}
        onChange={(chosen) => onChange({ ways: orderedWays(chosen) })}
      />
      {waysFault ? <p className="field-problem">{waysFault}</p> : null}
      <div className="fields two">
        {field('mostPerPerson', 1, 50)}
        {field('mostPeople', 1, 20)}
        {value.mostPeople > 1 ? field('minutesEach', 0, 120) : null}
      </div>
      <Tap value="fixed" isSelected={value.fixed} onChange={(fixed) => onChange({ fixed })}>
        {t('service.fixed')}
      </Tap>
      <p className="hint">{t('service.fixedHint')}</p>
    </section>
  );
}
