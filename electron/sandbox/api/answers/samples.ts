import { Buffer } from 'node:buffer'

/** 48 × 48 pixels, three bars. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAMAAABg3Am1AAAACVBMVEUlY+v////qWAw7wt8pAAAAI0lEQVR42u3LMQEAAAgDoGn/0P6rIPwkZcqWCIIgCIIg/AoHA5cJASvz13UAAAAASUVORK5CYII=',
  'base64',
)

export const xml = `<?xml version="1.0" encoding="UTF-8"?>
<orders xmlns="urn:sandbox:orders">
  <order id="ord_1041"><customer>Nordwind Logistik</customer><total currency="EUR">1196.00</total></order>
  <order id="ord_1043"><customer>Hill &amp; Sons</customer><total currency="GBP">5988.00</total></order>
</orders>
`

/** It holds a script, which is to be shown and never run. */
export const html = `<!doctype html>
<html lang="en">
  <head><title>Orders</title></head>
  <body>
    <h1>Orders</h1>
    <p>Nordwind Logistik: 1196.00 EUR</p>
    <script>document.title = 'A script ran'</script>
  </body>
</html>
`

/** Every character of it is in ISO 8859-1 too. */
export const words = 'Bestellung für Müller & Söhne: 3 × Kupferdraht, 1,5 mm² à 12,50 £\n'

/** One page with one line. @see ISO 32000-1 §7.5 */
export function pdf(): Buffer {
  const text = 'BT /F1 24 Tf 40 60 Td (Order ord_1041) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 140] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}
