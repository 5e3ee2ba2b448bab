export * from '../common/connection';
