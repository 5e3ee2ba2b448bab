export * from '../common/hidden';
