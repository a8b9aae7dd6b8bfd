import './guides.css';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { blocksOf } from './guide-words.ts';

/** A guide's words, as paragraphs and lists. */
export function GuideBody({ body, lang }: { body: string; lang: Locale }) {
  return (
    <div className="guide-body" lang={lang}>
      {blocksOf(body).map(({ kind, lines }, place) => {
        const key = `${place}.${kind}`;
        if (kind === 'words') return <p key={key}>{lines.join('\n')}</p>;
        const List = kind === 'numbers' ? 'ol' : 'ul';
        return (
          <List key={key}>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none moves
              <li key={at}>{line}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}
