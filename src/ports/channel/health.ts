export type { AccountFacts, Quality } from '../../domain/health-facts';
