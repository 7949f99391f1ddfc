export type RowImage = Readonly<Record<string, string | number | null>>;
