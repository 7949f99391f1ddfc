export * from './choices';
export * from './fill-gaps';
