/** Parts of the package that it ships without types: the whole of it holds forty thousand passwords, too many to send to a phone. */
declare module '@zxcvbn-ts/language-common/dist/diceware.json.mjs' {
  const words: string[];
  export default words;
}

declare module '@zxcvbn-ts/language-common/dist/adjacencyGraphs.json.mjs' {
  import type { OptionsGraph } from '@zxcvbn-ts/core';

  const graphs: OptionsGraph;
  export default graphs;
}
