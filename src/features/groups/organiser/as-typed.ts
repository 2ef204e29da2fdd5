import { INVITED_NAME_LENGTH } from '#domain/invited-addresses.ts'

/** One per line, as they would be pasted: what is sent is what was looked at. */
export function asTyped(people: { address: string; name: string }[]): string {
  return people
    .map(({ address, name }) =>
      name ? `"${name.slice(0, INVITED_NAME_LENGTH).replaceAll('"', '')}" <${address}>` : address,
    )
    .join('\n')
}
