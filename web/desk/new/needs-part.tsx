import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/ui/button.tsx';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useOrganisationOptions } from '../options.ts';
import type { PartProps } from './contact-part.tsx';
import { emptyNeed, type NeedWords } from './draft.ts';

/** One or several needs, each to its authority, or in the customer's own words until it is known. */
export function NeedsPart({ body, onChange }: PartProps) {
  const { t } = useTranslation('desk');
  const put = (index: number, change: Partial<NeedWords>) =>
    onChange({ needs: body.needs.map((need, place) => (place === index ? { ...need, ...change } : need)) });
  return (
    <section aria-labelledby="new-needs">
      <h2 id="new-needs">{t('needs.title')}</h2>
      <ol className="fields">
        {body.needs.map((need, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a need not yet saved has nothing but its place
          <li key={index}>
            <NeedFields
              need={need}
              onChange={(change) => put(index, change)}
              {...(body.needs.length > 1 ? { onRemove: () => onChange({ needs: body.needs.filter((_, place) => place !== index) }) } : {})}
            />
          </li>
        ))}
      </ol>
      <Button kind="plain" icon={Plus} onPress={() => onChange({ needs: [...body.needs, emptyNeed] })}>
        {t('needs.add')}
      </Button>
    </section>
  );
}

type NeedFieldsProps = { need: NeedWords; onChange: (change: Partial<NeedWords>) => void; onRemove?: () => void };

function NeedFields({ need, onChange, onRemove }: NeedFieldsProps) {
  const { t } = useTranslation('desk');
  const organisations = useOrganisationOptions();
  return (
    <div className="need-fields">
      <TextField label={t('needs.service')} value={need.serviceName} onChange={(serviceName) => onChange({ serviceName })} />
      <ComboBox
        label={t('needs.organisation')}
        options={organisations}
        value={need.organisationId}
        onChange={(organisationId) => onChange({ organisationId })}
      />
      <TextField label={t('needs.ownWords')} value={need.ownWords} onChange={(ownWords) => onChange({ ownWords })} />
      {onRemove ? <Button kind="plain" icon={X} aria-label={t('needs.drop')} onPress={onRemove} /> : null}
    </div>
  );
}
