/** Text files that the build takes into the bundle as strings. */
declare module '*?raw' {
  const text: string;
  export default text;
}
