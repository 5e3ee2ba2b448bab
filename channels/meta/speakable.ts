export * from '../common/speakable';
