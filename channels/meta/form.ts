export * from '../common/form';
