import type { JSX } from 'preact'

/** A code to point a camera at; `picture` is the SVG as the platform draws it, from nothing that anybody typed. */
export function QrCode({ picture }: { picture: string }): JSX.Element {
  return <div class="qr-code" dangerouslySetInnerHTML={{ __html: picture }} />
}
