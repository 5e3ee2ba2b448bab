export type { Content } from '../../domain/content';
export type { TemplateFacts } from '../../domain/template';
export { cleanDeep } from '../../domain/text';
export * from './health';
export * from './heard';
export * from './kind';
export * from './line';
export * from './media';
export * from './sending';
