/** The stylesheets in the order in which they become one file. */
export const styleOrder = [
  'tokens.css',
  'type.css',
  'layout.css',
  'site.css',
  'forms.css',
  'results.css',
  'chart.css',
  'print.css',
  'forced-colors.css',
]
