import './register.css';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../shared/keys/use-shortcuts.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Kbd } from '../../../shared/ui/kbd.tsx';
import { SearchField } from '../../../shared/ui/search-field.tsx';
import type { Section } from '../sections.ts';

export type Search = { words: string; onChange: (words: string) => void; placeholder: string };

type SectionHeadProps = {
  section: Section;
  intro: string;
  count: number | undefined;
  search?: Search | undefined;
  add?: string | undefined;
};

export function SectionHead({ section, intro, count, search, add }: SectionHeadProps) {
  const { t } = useTranslation('admin');
  const addLink = useRef<HTMLAnchorElement>(null);
  useShortcuts(add ? [{ keys: 'n', label: add, run: () => addLink.current?.click() }] : []);
  return (
    <header className="admin-head">
      <title>{`${t(`sections.${section}`)} · Polku`}</title>
      <Link className="admin-up narrow small" to="/admin">
        <Icon of={ArrowLeft} />
        {t('nav.back')}
      </Link>
      <div className="admin-head-line">
        <h1>
          {t(`sections.${section}`)} {count === undefined ? null : <span className="count">{count}</span>}
        </h1>
        {search ? <Finder search={search} /> : null}
        {add ? (
          <Link
            className={buttonClass({ kind: 'primary' })}
            to="/admin/$section/$itemId"
            params={{ section, itemId: 'new' }}
            ref={addLink}
            aria-keyshortcuts="n"
          >
            <Icon of={Plus} />
            {add}
            <Kbd keys="n" />
          </Link>
        ) : null}
      </div>
      <p className="quiet">{intro}</p>
    </header>
  );
}

function Finder({ search }: { search: Search }) {
  const { t } = useTranslation('admin');
  const field = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: 'f', label: search.placeholder, run: () => field.current?.focus() }]);
  return (
    <search className="admin-find">
      <SearchField
        label={t('find')}
        placeholder={search.placeholder}
        value={search.words}
        onChange={search.onChange}
        keys="f"
        inputRef={field}
      />
    </search>
  );
}
