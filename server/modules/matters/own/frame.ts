export { drawOwnPage } from '../../site/service.ts';
