import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CardLink } from '../../../shared/api/cards.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import type { FieldFaults } from '../../field-faults.ts';

const kinds = ['e-service', 'form', 'page'] as const;

type LinksFieldsProps = { value: readonly CardLink[]; onChange: (links: CardLink[]) => void; faults: FieldFaults; isDisabled: boolean };

/** E-services and forms; each is visited nightly once the card is published. */
export function LinksFields({ value, onChange, faults, isDisabled }: LinksFieldsProps) {
  const { t } = useTranslation('cards');
  const put = (index: number, change: Partial<CardLink>) =>
    onChange(value.map((link, place) => (place === index ? { ...link, ...change } : link)));
  return (
    <fieldset className="card-row" disabled={isDisabled}>
      <legend>
        {t('fields.links')} <span className="hint">{t('hints.links')}</span>
      </legend>
      {value.map((link, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is being written has nothing but its place
        <div key={index} className="card-link">
          <Select
            label={t('links.kind')}
            options={kinds.map((id) => ({ id, label: t(`linkKinds.${id}`) }))}
            value={link.kind}
            onChange={(kind) => put(index, { kind: kind as CardLink['kind'] })}
          />
          <TextField
            label={t('links.address')}
            value={link.url}
            inputMode="url"
            maxLength={500}
            problem={faults[`content.links.${index}.url`]}
            onChange={(url) => put(index, { url: url.trim() })}
          />
          {(['fi', 'sv', 'en'] as const).map((language) => (
            <TextField
              key={language}
              label={t('links.name', { language: t(`languages.${language}`) })}
              lang={language}
              value={link.names[language] ?? ''}
              maxLength={200}
              onChange={(name) => put(index, { names: { ...link.names, [language]: name } })}
            />
          ))}
          <Button
            kind="plain"
            icon={Trash2}
            aria-label={t('links.remove', { number: index + 1 })}
            onPress={() => onChange(value.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <Button
        kind="plain"
        icon={Plus}
        isDisabled={isDisabled}
        onPress={() => onChange([...value, { kind: 'e-service', url: '', names: {} }])}
      >
        {t('links.add')}
      </Button>
    </fieldset>
  );
}
