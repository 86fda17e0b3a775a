/** Invented data, small enough to read in one glance. */
export const orders = [
  {
    id: 'ord_1041',
    customer: 'Nordwind Logistik',
    item: 'Pallet scanner',
    quantity: 4,
    total: '1196.00',
    currency: 'EUR',
  },
  {
    id: 'ord_1042',
    customer: 'Atelier Marchand',
    item: 'Label printer',
    quantity: 1,
    total: '349.50',
    currency: 'EUR',
  },
  {
    id: 'ord_1043',
    customer: 'Hill & Sons',
    item: 'Handheld terminal',
    quantity: 12,
    total: '5988.00',
    currency: 'GBP',
  },
]

export const ledger = [
  { entry: 7001, booked: '2026-03-02', account: '4000 Revenue', order: 'ord_1041', amount: '1196.00', currency: 'EUR' },
  { entry: 7002, booked: '2026-03-02', account: '1200 Bank', order: 'ord_1041', amount: '-1196.00', currency: 'EUR' },
  { entry: 7003, booked: '2026-03-05', account: '4000 Revenue', order: 'ord_1042', amount: '349.50', currency: 'EUR' },
]
