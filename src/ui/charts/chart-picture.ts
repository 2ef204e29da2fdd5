/** A chart as it can stand in a page: `svg` holds every form, of which styles show one at a time. */
export type ChartPicture = {
  svg: string
  /** The form for documents: with its own size and colours, and letters that are large enough on paper. */
  paper: string
  title: string
  /** The same in words. */
  description: string
}
