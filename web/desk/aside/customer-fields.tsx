import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerInput } from '../../../server/modules/customers/schema.ts';
import type { Customer } from '../../shared/api/desk.ts';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import type { FieldFaults } from '../field-faults.ts';
import { useNames } from '../session.tsx';

const wishes = ['email', 'phone', 'sms', 'letter', 'visit', 'link'] as const;
const texts = ['givenName', 'familyName', 'email', 'phone', 'street', 'postalCode', 'city'] as const;
type TextKey = (typeof texts)[number];

export type CustomerWords = Record<TextKey, string> & {
  language: string;
  digitalSkill: string | null;
  contactWish: (typeof wishes)[number] | null;
};

export function customerWordsOf(customer?: Customer | null): CustomerWords {
  const filled = Object.fromEntries(texts.map((key) => [key, customer?.[key] ?? ''])) as Record<TextKey, string>;
  const contactWish = wishes.find((wish) => wish === customer?.contactWish) ?? null;
  return { ...filled, language: customer?.language ?? 'fi', digitalSkill: customer?.digitalSkill ?? null, contactWish };
}

/** As the server takes it: an empty field is nothing. */
export function customerInputOf(words: CustomerWords): Partial<CustomerInput> {
  const { givenName, familyName, language, digitalSkill, contactWish, ...contact } = words;
  const filled = Object.fromEntries(Object.entries(contact).map(([key, text]) => [key, text.trim() || null]));
  return { givenName: givenName.trim(), familyName: familyName.trim(), language, digitalSkill, contactWish, ...filled };
}

export function isNobody({ givenName, familyName, email, phone }: CustomerWords): boolean {
  return ![givenName, familyName, email, phone].some((text) => text.trim());
}

type CustomerFieldsProps = {
  words: CustomerWords;
  onChange: (words: CustomerWords) => void;
  faults?: FieldFaults;
  hideContact?: boolean;
  /** Stands under what a person is known by: name, phone, e-mail. */
  known?: ReactNode;
};

export function CustomerFields({ words, onChange, faults = {}, hideContact, known }: CustomerFieldsProps) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const field = (key: TextKey, more: object = {}) => (
    <TextField
      label={t(`customer.${key}`)}
      value={words[key]}
      onChange={(text) => onChange({ ...words, [key]: text })}
      problem={faults[key]}
      {...more}
    />
  );
  return (
    <div className="fields">
      <div className="fields two">
        {field('givenName', { autoComplete: 'off' })}
        {field('familyName', { autoComplete: 'off' })}
      </div>
      {hideContact ? (
        <p className="quiet">{t('customer.restricted')}</p>
      ) : (
        <>
          <div className="fields two">
            {field('phone', { type: 'tel', autoComplete: 'off' })}
            {field('email', { type: 'email', autoComplete: 'off' })}
          </div>
          {known}
          <div className="fields two">
            {field('street', { autoComplete: 'off' })}
            {field('postalCode', { autoComplete: 'off' })}
            {field('city', { autoComplete: 'off' })}
          </div>
        </>
      )}
      <div className="fields two">
        <Select
          label={t('customer.language')}
          options={names.items('serviceLanguages')}
          value={words.language}
          onChange={(language) => onChange({ ...words, language })}
        />
        <Select
          label={t('customer.contactWish')}
          options={wishes.map((id) => ({ id, label: t(`customer.wishes.${id}`) }))}
          value={words.contactWish}
          onChange={(wish) => onChange({ ...words, contactWish: wish as CustomerWords['contactWish'] })}
        />
        <Select
          label={t('customer.digitalSkill')}
          options={names.items('digitalSkillLevels')}
          value={words.digitalSkill}
          onChange={(digitalSkill) => onChange({ ...words, digitalSkill })}
        />
      </div>
    </div>
  );
}
