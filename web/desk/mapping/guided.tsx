import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group, MappingPage } from '../../../server/modules/matters/mapping/schema.ts';
import { dropMapping } from '../../shared/api/mappings.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { ArrangementsGroup } from './arrangements-group.tsx';
import { ConfirmationGroup } from './confirmation-group.tsx';
import { groups } from './groups.ts';
import { NeedsGroup } from './needs-group.tsx';
import { Outline } from './outline.tsx';
import { PathGroup } from './path-group.tsx';
import { PictureGroup } from './picture-group.tsx';
import { SituationGroup } from './situation-group.tsx';
import { SkillsGroup } from './skills-group.tsx';
import { type Answering, useAnswers } from './use-answers.ts';

/** One group of questions at a time, all of them in the outline; each answer is saved as it is given. */
export function Guided({ page, onCover, flush }: { page: MappingPage; onCover: () => void; flush: Ref<() => Promise<boolean>> }) {
  const { t } = useTranslation('mapping');
  const answering = useAnswers(page);
  const { typed } = answering;
  useImperativeHandle(flush, () => async () => (await typed.current()) && answering.flush(), [answering.flush, typed]);
  const isDecided = page.state === 'decided';
  const at = isDecided ? 'confirmation' : answering.at;
  const place = groups.indexOf(at);
  const go = async (group: Group | undefined) => {
    if (group && !isDecided && (await typed.current())) answering.write({ at: group }, true);
  };
  useShortcuts([
    ...groups.map((group, index) => ({
      keys: String(index + 1),
      label: `${t('moveKeys')} ${t(`groups.${group}`)}`,
      run: () => void go(group),
    })),
    { keys: 'Control+Enter', label: t('next'), run: () => void go(groups[place + 1]) },
  ]);
  return (
    <div className="guided">
      <Outline page={page} answering={answering} at={at} onGo={go} isFixed={isDecided} />
      <section className="guided-main" aria-labelledby="question">
        <Heading group={at} place={place} />
        <div className="fields question-fields">
          <Question group={at} page={page} answering={answering} onCover={onCover} />
        </div>
        {isDecided ? null : (
          <footer className="actions guided-foot">
            <Button icon={ArrowLeft} isDisabled={place === 0} onPress={() => void go(groups[place - 1])}>
              {t('previous')}
            </Button>
            <SavedWord state={answering.state} />
            {place === groups.length - 1 ? (
              <DropButton page={page} />
            ) : (
              <Button
                kind={at === 'picture' ? 'normal' : 'primary'}
                push
                icon={ArrowRight}
                keys="Control+Enter"
                onPress={() => void go(groups[place + 1])}
              >
                {t('next')}
              </Button>
            )}
          </footer>
        )}
      </section>
    </div>
  );
}

/** Takes the focus when another group comes, so that keys and screen readers are where the question is. */
function Heading({ group, place }: { group: Group; place: number }) {
  const { t } = useTranslation('mapping');
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the group is what changes
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [group]);
  return (
    <h2 id="question" ref={heading} tabIndex={-1}>
      <span className="quiet">
        {place + 1}/{groups.length}
      </span>{' '}
      {t(`${asks[group]}`)}
    </h2>
  );
}

const asks = {
  situation: 'situation.ask',
  needs: 'needs.ask',
  arrangements: 'arrangements.ask',
  skills: 'skills.ask',
  path: 'path.ask',
  picture: 'picture.ask',
  confirmation: 'confirm.ask',
} as const;

type QuestionProps = { group: Group; page: MappingPage; answering: Answering; onCover: () => void };

function Question({ group, onCover, ...props }: QuestionProps) {
  switch (group) {
    case 'situation':
      return <SituationGroup {...props} />;
    case 'needs':
      return <NeedsGroup {...props} />;
    case 'arrangements':
      return <ArrangementsGroup {...props} />;
    case 'skills':
      return <SkillsGroup {...props} />;
    case 'path':
      return <PathGroup {...props} />;
    case 'picture':
      return <PictureGroup {...props} />;
    case 'confirmation':
      return <ConfirmationGroup {...props} onCover={onCover} />;
  }
}

function SavedWord({ state }: { state: Answering['state'] }) {
  const { t } = useTranslation('mapping');
  return (
    <span className="quiet small" role="status">
      {t(state)}
    </span>
  );
}

function DropButton({ page }: { page: MappingPage }) {
  const { t } = useTranslation('mapping');
  const { run, isRunning } = useDeed([keys.mapping(page.id), keys.mappings]);
  const drop = async () => {
    if (await run(() => dropMapping(page.id))) showToast({ text: t('dropped') });
  };
  return (
    <Button kind="plain" push icon={Trash2} isPending={isRunning} onPress={() => void drop()}>
      {t('drop')}
    </Button>
  );
}
