import './search-field.css';
import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';

type SearchFieldProps = {
  label: string;
  placeholder: string;
  value: string;
  onChange: (words: string) => void;
  onSubmit?: (words: string) => void;
  keys?: string;
  inputRef?: Ref<HTMLInputElement>;
};

export function SearchField({ label, placeholder, keys, inputRef, ...aria }: SearchFieldProps) {
  return (
    <AriaSearchField {...aria} aria-label={label} className="search">
      <Icon of={Search} />
      <Input className="input" placeholder={placeholder} ref={inputRef} aria-keyshortcuts={keys} />
      {keys ? <Kbd keys={keys} /> : null}
    </AriaSearchField>
  );
}
