/** How wide the drawer beside the work may be, in pixels. */
export const drawerWidth = { least: 320, usual: 360, most: 560 }
