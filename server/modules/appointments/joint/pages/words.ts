import { type Translate, translator } from '../../../../platform/i18n/translator.ts';
import { tidied, type View } from '../../../site/service.ts';

export const togetherWords = ({ variant }: Pick<View, 'variant'>): Translate => tidied(translator(variant, 'together'));
