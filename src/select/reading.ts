/** The value that an option's text stands for, or what is wrong with the text. */
export type Reading<T> = { value: T } | { message: string };
