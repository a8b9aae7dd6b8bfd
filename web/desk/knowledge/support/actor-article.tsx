import { Check, ExternalLink, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmActor, type SupportActor } from '../../../shared/api/support.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';
import { ActorFacts } from './actor-facts.tsx';
import { ActorPanel } from './actor-panel.tsx';
import { FreshnessWord } from './freshness-word.tsx';

/** One who gives digital support; its keepers say in one tap that it is still right. */
export function ActorArticle({ actor }: { actor: SupportActor }) {
  const { t } = useTranslation('support');
  const locale = useLocale();
  const [isEdited, setEdited] = useState(false);
  const { run, isRunning } = useDeed([keys.supportActors]);
  const { name, helpsWith } = actor.texts[locale];
  const confirm = async () => {
    if (await run(() => confirmActor(actor.id, actor.version))) showToast({ text: t('confirmed') });
  };
  return (
    <article className="actor" aria-labelledby={`actor-${actor.id}`}>
      <header>
        <h2 id={`actor-${actor.id}`}>{name}</h2>
        <span className="quiet">{t(`actorKinds.${actor.kind}`)}</span>
      </header>
      <p>{helpsWith}</p>
      <ActorFacts actor={actor} />
      <p className="actor-state">
        <FreshnessWord of={actor} />
        <span className="quiet small">{actor.ownerName ? t('keeper', { name: actor.ownerName }) : ''}</span>
      </p>
      <p className="actions">
        {actor.may.write && !actor.isRetired ? (
          <Button size="small" icon={Check} isPending={isRunning} onPress={() => void confirm()}>
            {t('stillRight')}
            <span className="heard">: {name}</span>
          </Button>
        ) : null}
        {actor.may.write ? (
          <Button size="small" kind="plain" icon={Pencil} onPress={() => setEdited(true)}>
            {t('edit')}
            <span className="heard">: {name}</span>
          </Button>
        ) : null}
        {actor.isRetired ? null : (
          <a className="button plain small" href={`/digital-support/${actor.id}`} target="_blank" rel="noopener">
            <Icon of={ExternalLink} /> {t('publicPage')}
            <span className="heard">: {name}</span>
          </a>
        )}
      </p>
      {isEdited ? <ActorPanel actor={actor} onClose={() => setEdited(false)} /> : null}
    </article>
  );
}
