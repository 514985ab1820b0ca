/** A form of another markup language, written in Markdown's, or left out. */
export interface Markup {
  /** A sign without which the form is not there. */
  sign: string;
  form: RegExp;
  as: string;
}

/** What pandoc and others write besides Markdown; each form is one that no prose has. */
export const MARKUPS: readonly Markup[] = [
  // reStructuredText
  {
    sign: '.. ',
    form: /^\.\. (?:\|[^|]*\| )?(?:container|class|raw|figure|image|role|rst-class)::.*$/,
    as: '',
  },
  { sign: '.. ', form: /^\.\. rubric:: /, as: '' },
  {
    sign: ':',
    form: /^:(?:name|class|alt|target|width|height|align|figclass|PROPERTIES|END|CUSTOM_ID|CLASS|ID):(?: .*)?$/,
    as: '',
  },
  { sign: '|', form: /\|(?:image\d+|[\w' -]{1,40}logo)\|/g, as: ' ' },
  { sign: '\\ ', form: /^\\ |\\ (?=·)| \\ | \\$/g, as: ' ' },
  // Jira, Textile, DokuWiki
  { sign: '{anchor:', form: /\{anchor:[^{}]*\}/g, as: '' },
  { sign: '!', form: /!(?:\([\w -]*\))?(?:data:|https?:\/\/|\/)[^!]*!/g, as: ' ' },
  { sign: '<HTML>', form: /<\/?HTML>/g, as: '' },
  {
    sign: '|',
    form: /(?<![\]!])\[((?:[^[\]|]|\[[^[\]]*\])*)\|((?:https?:|\/)[^\s[\]|]*)\]/g,
    as: '[$1]($2)',
  },
  { sign: '":', form: /"(?:\([\w -]*\))?([^"]*)":((?:https?:|\/)[^\s"]+)/g, as: '[$1]($2)' },
  { sign: '{{', form: /\{\{[^{}]*\}\}/g, as: ' ' },
];
