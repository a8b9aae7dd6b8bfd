import { ExternalLink, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card, CardContent } from '../../shared/api/cards.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { useNames } from '../session.tsx';
import { textIn } from './card-texts.ts';

type CardForStaffProps = {
  content: CardContent;
  language: Locale;
  linkFaults?: Card['linkFaults'];
  insertInto?: 'message' | 'note' | undefined;
  onAnswer?: ((body: string) => void) | undefined;
  onForward?: (() => void) | undefined;
  /** Whom one may ask about it, as they stand now. */
  people?: ReactNode;
};

/** What a card says to those who serve: what may be answered first, the rest in the order it is needed. */
export function CardForStaff({
  content,
  language,
  linkFaults = [],
  insertInto = 'message',
  onAnswer,
  onForward,
  people,
}: CardForStaffProps) {
  const { t } = useTranslation('cards');
  const text = textIn(content, language);
  return (
    <>
      <Part label={t('fields.summary')} lang={language}>
        {text.summary}
      </Part>
      {text.answers.length > 0 ? (
        <section className="beside-part">
          <h3>{t('fields.answers')}</h3>
          <ol className="card-answers">
            {text.answers.map((answer, index) => (
              <li key={answer.title} className="card-answer">
                <strong lang={language}>{answer.title}</strong>
                <blockquote lang={language}>{answer.body}</blockquote>
                {onAnswer ? (
                  <span className="actions">
                    <Button size="small" keys={String(index + 1)} onPress={() => onAnswer(answer.body)}>
                      {t(`pane.insert.${insertInto}`)}
                    </Button>
                  </span>
                ) : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <Part label={t('fields.mayAnswer')} lang={language}>
        {text.mayAnswer}
      </Part>
      <Part label={t('fields.mayNot')} lang={language}>
        {text.mayNot}
      </Part>
      <Lines label={t('fields.bring')} lang={language} lines={text.bring} />
      <Part label={t('fields.price')} lang={language}>
        {text.price}
      </Part>
      <Forward content={content} language={language} onForward={onForward} people={people} />
      <Links content={content} language={language} linkFaults={linkFaults} />
      <Part label={t('fields.digital')} lang={language}>
        {text.digital}
      </Part>
      {text.letters.length > 0 ? (
        <section className="beside-part">
          <h3>{t('fields.letters')}</h3>
          <dl lang={language}>
            {text.letters.map((letter) => (
              <div key={letter.name}>
                <dt>
                  <strong>{letter.name}</strong>
                </dt>
                <dd className="beside-said">{letter.meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  );
}

function Part({ label, lang, children }: { label: string; lang: Locale; children: ReactNode }) {
  if (!children) return null;
  return (
    <section className="beside-part">
      <h3>{label}</h3>
      <p className="beside-said" lang={lang}>
        {children}
      </p>
    </section>
  );
}

function Lines({ label, lang, lines }: { label: string; lang: Locale; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="beside-part">
      <h3>{label}</h3>
      <ul className="card-lines" lang={lang}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Forward({ content, language, onForward, people }: Pick<CardForStaffProps, 'content' | 'language' | 'onForward' | 'people'>) {
  const { t } = useTranslation('cards');
  const names = useNames();
  const text = textIn(content, language);
  const { unitId, specialist, phone } = content.forward;
  const whom = [unitId ? names.unit(unitId) : '', specialist].filter(Boolean).join(', ');
  if (!whom && !phone && !text.forwardWhen && !people) return null;
  return (
    <section className="beside-part">
      <h3>{t('fields.forward')}</h3>
      {text.forwardWhen ? (
        <p className="beside-said" lang={language}>
          {text.forwardWhen}
        </p>
      ) : null}
      {whom ? <p>{whom}</p> : null}
      {phone ? <p>{[phone, text.forwardHours].filter(Boolean).join(' · ')}</p> : null}
      {people}
      {onForward && unitId ? (
        <p className="actions">
          <Button size="small" keys="f" onPress={onForward}>
            {t('pane.forward')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function Links({ content, language, linkFaults }: Pick<CardForStaffProps, 'content' | 'language'> & { linkFaults: Card['linkFaults'] }) {
  const { t } = useTranslation('cards');
  if (content.links.length === 0) return null;
  return (
    <section className="beside-part">
      <h3>{t('fields.links')}</h3>
      <ul className="card-links">
        {content.links.map(({ kind, url, names }) => {
          const fault = linkFaults.find((one) => one.url === url);
          return (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {names[language] || names.fi || names.sv || names.en || url} <Icon of={ExternalLink} />
              </a>{' '}
              <span className="quiet">{t(`linkKinds.${kind}`)}</span>
              {fault ? (
                <StatusWord tone="bad" icon={TriangleAlert}>
                  {t(`linkFaults.${fault.fault}`)}
                </StatusWord>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
