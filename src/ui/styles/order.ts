/** The sheets in the order in which the build joins them into one site.css; later ones win. */
export const styleOrder = [
  'tokens.css',
  'theme-bridge.css',
  'type.css',
  'layout.css',
  'masthead.css',
  'controls.css',
  'statement.css',
  'notices.css',
  'lists.css',
  'result.css',
  'chart.css',
  'print.css',
  'forced-colors.css',
] as const
