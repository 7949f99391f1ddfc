export { inventedProse } from '../../tests/builders/prose.ts';
