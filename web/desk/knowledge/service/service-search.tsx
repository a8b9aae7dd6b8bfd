import '../../../shared/ui/field.css';
import '../../../shared/ui/list-box.css';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { type KnowledgeHit, searchKnowledge } from '../../../shared/api/knowledge.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { type Option, OptionList } from '../../../shared/ui/select.tsx';

type ServiceSearchProps = { label: string; onPick: (serviceId: string) => void; isDisabled?: boolean; problem?: string | undefined };

const fewestLetters = 2;

/** Services of the directory as one types: the words are the search's, and what is picked is handed over at once. */
export function ServiceSearch({ label, onPick, isDisabled = false, problem }: ServiceSearchProps) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed.trim());
  const isAsked = words.length >= fewestLetters;
  const found = useQuery({
    queryKey: ['service-search', locale, words],
    queryFn: ({ signal }) => searchKnowledge(words, locale, signal, ['service']),
    enabled: isAsked,
    placeholderData: (previous) => previous,
    gcTime: 30_000,
  });
  const options = isAsked ? (found.data?.hits ?? []).flatMap(optionOf) : [];
  const isInVain = isAsked && options.length === 0 && found.isSuccess && !found.isPlaceholderData;
  return (
    <ComboBox
      className="field combo"
      items={options}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key === null) return;
        setTyped('');
        onPick(String(key));
      }}
      menuTrigger="input"
      // Open before the answer comes, or it would come into a closed list.
      allowsEmptyCollection={typed.trim() !== ''}
      isDisabled={isDisabled}
      isInvalid={problem !== undefined}
    >
      <Label>{label}</Label>
      <Input className="input" placeholder={t('service.find')} />
      <FieldError className="field-problem">{problem}</FieldError>
      <Popover className="popover" offset={2}>
        <OptionList options={options} empty={t(isInVain ? 'find.nothing' : 'service.seeking')} />
      </Popover>
    </ComboBox>
  );
}

/** A service by its first provider; another is chosen after. */
function optionOf({ title, providers }: KnowledgeHit): Option[] {
  const [first] = providers?.first ?? [];
  const others = (providers?.count ?? 1) - 1;
  return first ? [{ id: first.serviceId, label: title, hint: others > 0 ? `${first.name} + ${others}` : first.name }] : [];
}
