/**
 * The items in an order in which each order is as likely: sorted by a random number of 48 bits each. `bytes` gives
 * so many random ones.
 */
export function inRandomOrder<Item>(items: readonly Item[], bytes: (count: number) => Uint8Array): Item[] {
  return items
    .map((item) => ({ item, place: [...bytes(6)].reduce((sum, byte) => sum * 256 + byte, 0) }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
