/** How much of a search is read, in characters: a question in words of its own fits, a pasted page does not. */
export const longestSearch = 100
