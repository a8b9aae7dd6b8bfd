import './service-field.css';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readGivenBy } from '../../../shared/api/knowledge.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ComboBox } from '../../../shared/ui/combo-box.tsx';
import { PublicPage } from '../public-page.tsx';
import { useService } from '../queries.ts';
import { saidIn } from './said.ts';

type ChosenServiceProps = { serviceId: string; onChange: (serviceId: string | null) => void; isDisabled?: boolean };

/** A service that has been picked: its name, whose it is where many give it, and a way to take it off. */
export function ChosenService({ serviceId, onChange, isDisabled = false }: ChosenServiceProps) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const service = useService(serviceId);
  const textId = service.data?.textId;
  const given = useQuery({
    queryKey: ['given-by', textId, locale],
    queryFn: () => readGivenBy(textId ?? '', locale),
    enabled: textId !== undefined,
  });
  const name = service.data ? (saidIn(service.data.texts, 'name', locale)?.text ?? '') : service.error ? t('service.gone') : '…';
  const providers = given.data?.providers ?? [];
  return (
    <div className="chosen-service">
      <p>
        {service.data ? (
          <PublicPage address={`/desk/knowledge/services/${serviceId}`} name={name} />
        ) : (
          <span className="quiet">{name}</span>
        )}
        {providers.length === 1 ? <span className="option-hint">{providers[0]?.name}</span> : null}
      </p>
      <Button
        kind="plain"
        size="small"
        icon={X}
        aria-label={t('service.remove', { name })}
        isDisabled={isDisabled}
        onPress={() => onChange(null)}
      />
      {providers.length > 1 && !isDisabled ? (
        <ComboBox
          label={t('service.whose')}
          options={providers.map((one) => ({ id: one.serviceId, label: one.name }))}
          value={serviceId}
          onChange={(id) => id && onChange(id)}
        />
      ) : null}
    </div>
  );
}
