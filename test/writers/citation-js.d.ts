/** The parts of citation.js that the tests use; it brings no types. */
declare module '@citation-js/core' {
  export interface CslName {
    family?: string;
    given?: string;
    literal?: string;
    suffix?: string;
    'non-dropping-particle'?: string;
  }

  export interface CslItem {
    id: string;
    type: string;
    title: string;
    author?: CslName[];
    issued?: { 'date-parts': number[][] };
    DOI?: string;
    URL?: string;
    abstract?: string;
    keyword?: string;
  }

  export class Cite {
    constructor(data: string | object[]);
    data: CslItem[];
    format(kind: 'bibliography', options?: { format?: 'text'; template?: 'apa'; lang?: string }): string;
  }
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
