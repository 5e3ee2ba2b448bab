export * from '../common/json';
