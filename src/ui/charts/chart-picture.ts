/** A chart as it can stand in a page: `svg` holds every form, of which styles show one at a time. */
export type ChartPicture = {
  svg: string
  /** The form for paper and documents alone: it has its own size and colours. */
  wide: string
  title: string
  /** The same in words. */
  description: string
}
